package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The exits of an order; of two legs of one kind the later one counts.
 *
 * @param shared one for all layers of a stack instead of one a layer
 */
public record Bracket(List<Leg> legs, boolean shared, Span span) implements Node {
  public record Leg(Kind kind, ExitPrice price, Span span) implements Node {}

  public enum Kind {
    STOP_LOSS, TAKE_PROFIT
  }

  /** Where an exit lies. */
  public sealed interface ExitPrice extends Node {}

  public record At(Expr price, Span span) implements ExitPrice {}

  public record By(Expr distance, Span span) implements ExitPrice {}

  public record ByPct(Expr percent, Span span) implements ExitPrice {}

  public record Reward(Expr multiple, Span span) implements ExitPrice {}

  public record Trailing(Expr distance, Expr afterMfe, Span span) implements ExitPrice {}

  public record Steps(Expr distance, List<Step> steps, Span span) implements ExitPrice {}

  /** To the entry and an offset, zero where none is written. */
  public record Step(Optional<Expr> offset, Expr afterMfe, Span span) implements Node {}

  public record Tighten(Expr distance, Expr by, TimeSpan every, Expr floor,
      Span span) implements ExitPrice {}

  /** In or against the direction of a latch, only within one. */
  public record From(OrderType.Relative distance, Span span) implements ExitPrice {}
}
