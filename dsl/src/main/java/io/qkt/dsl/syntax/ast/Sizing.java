package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;

/** How much to trade. */
public sealed interface Sizing extends Node {
  record Units(Expr quantity, Span span) implements Sizing {}

  record Usd(Expr amount, Span span) implements Sizing {}

  record PctOf(Expr percent, Base base, Span span) implements Sizing {}

  /** What a percentage is of. */
  enum Base {
    EQUITY, BALANCE
  }

  /** An amount of money between entry and stop. */
  record RiskMoney(Expr amount, Span span) implements Sizing {}

  /** A fraction (0.01) of the equity between entry and stop. */
  record RiskFraction(Expr fraction, boolean ofBook, Span span) implements Sizing {}

  /** A percentage (1) of the equity between entry and stop. */
  record RiskPct(Expr percent, boolean ofBook, Span span) implements Sizing {}

  /** As much as the position has, whatever its side. */
  record PositionOf(Name alias, Span span) implements Sizing {}
}
