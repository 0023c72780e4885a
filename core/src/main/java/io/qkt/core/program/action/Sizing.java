package io.qkt.core.program.action;

import io.qkt.core.program.frame.NumberNode;

/** How much an order is for. */
public sealed interface Sizing {
  /** So many units. */
  record Units(NumberNode quantity) implements Sizing {}

  /** What is held of a stream's instrument, whichever way. */
  record PositionOf(int stream) implements Sizing {}

  /** As much as an amount of account currency buys. */
  record Notional(NumberNode amount) implements Sizing {}

  /** As much as a percentage of what the owner has buys. */
  record PercentOf(NumberNode percent, Base base) implements Sizing {}

  /** As much as loses an amount of account currency at the stop. */
  record Risk(NumberNode amount) implements Sizing {}

  /** As much as loses a fraction of what the owner has, or of its book, at the stop. */
  record RiskFraction(NumberNode fraction, Base base) implements Sizing {}

  /** What a percentage or fraction is of. */
  enum Base {
    /** The owner's starting balance and all it has made, open profit included. */
    EQUITY,
    /** The same without open profit. */
    BALANCE,
    /** The capital of the owner's portfolio and what all its children have realized. */
    BOOK
  }
}
