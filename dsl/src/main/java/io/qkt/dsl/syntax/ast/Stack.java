package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/** An entry in layers. */
public sealed interface Stack extends Node {
  Optional<TimeSpan> within();

  /** One bracket for all layers instead of one a layer. */
  boolean shared();

  record Spaced(int layers, Expr spacing, Direction direction, Optional<TimeSpan> within,
      boolean shared, Span span) implements Stack {}

  record Layered(List<Layer> layers, Optional<TimeSpan> within, boolean shared,
      Span span) implements Stack {}

  /** A layer of its own size; all but the first have a type or a price. */
  record Layer(Sizing sizing, Optional<OrderType> type, Optional<Expr> at,
      Span span) implements Node {}

  /** Where the next layer lies. */
  enum Direction {
    WITH_THE_TRADE, ABOVE, BELOW
  }
}
