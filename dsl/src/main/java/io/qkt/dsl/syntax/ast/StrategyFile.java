package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;

/** A strategy: streams in, orders out. */
public record StrategyFile(Name name, int version, List<Block.OfStrategy> blocks,
    Span span) implements QktFile {

  public List<RuleItem> rules() {
    return blocks(Block.Rules.class).stream().flatMap(b -> b.items().stream()).toList();
  }

  public List<Block.Sequence> sequences() {
    return blocks(Block.Sequence.class);
  }
}
