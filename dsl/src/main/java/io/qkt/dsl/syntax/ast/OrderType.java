package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.Optional;

/** At which price an order may fill. */
public sealed interface OrderType extends Node {
  record Market(Span span) implements OrderType {}

  record Limit(Expr price, Span span) implements OrderType {}

  record Stop(Expr price, Optional<Expr> limit, Span span) implements OrderType {}

  record Trailing(Expr distance, boolean percent, Span span) implements OrderType {}

  /** A limit at a distance from the exit, only within exit hooks. */
  record LimitFrom(Relative distance, Span span) implements OrderType {}

  /** A stop at a distance from the exit, only within exit hooks. */
  record StopFrom(Relative distance, Span span) implements OrderType {}

  /** A distance in or against a direction; RETRACE is AGAINST. */
  record Relative(boolean against, Expr distance, Span span) implements Node {}
}
