package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** When an imported strategy may trade; without a condition, always. */
public record RunRule(Optional<Expr> condition, Name alias, Optional<Expr.Num> weight,
    List<Override> overrides, OptionalInt hysteresisBars, Span span) implements Node {

  /** A value for a PARAM of the imported strategy. */
  public record Override(Name name, Expr.Literal value, Span span) implements Node {}
}
