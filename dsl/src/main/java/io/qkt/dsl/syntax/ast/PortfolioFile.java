package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;

/** A portfolio: strategies, and when each may trade. */
public record PortfolioFile(Name name, int version, List<Block.OfPortfolio> blocks,
    Span span) implements QktFile {

  public List<Block.Import> imports() {
    return blocks(Block.Import.class);
  }

  public List<RunRule> runs() {
    return blocks(Block.Runs.class).stream().flatMap(b -> b.runs().stream()).toList();
  }
}
