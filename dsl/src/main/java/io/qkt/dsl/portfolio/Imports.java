package io.qkt.dsl.portfolio;

import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.StreamDecl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a portfolio needs to have its children compiled. */
public interface Imports {
  /** A file that was found. */
  record Imported(String file, String source, Parsed parsed) {}

  /** The file at a path that is relative to the importer's. */
  Optional<Imported> read(String importer, String path);

  /** Why a file cannot be imported now: it imports itself in the end, or lies too deep. */
  Optional<String> circle(String file);

  /** What the file becomes; none if it has errors, which stand in its own report. */
  Optional<PortfolioProgram.Content> child(Imported imported, List<StreamDecl> inherited,
      Map<String, Expr> overrides);
}
