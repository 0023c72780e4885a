package io.qkt.core.program.action;

import io.qkt.core.program.frame.NumberNode;

/**
 * How far an exit lies from its entry. It is evaluated when the rule fires and then counted from
 * the price at which the entry is really executed.
 */
public sealed interface Distance {
  record By(NumberNode distance) implements Distance {}

  record Percent(NumberNode percent) implements Distance {}

  /** A price and no distance: it does not move with the fill. */
  record At(NumberNode price) implements Distance {}

  /** So many times as far as the stop. */
  record RiskMultiple(NumberNode multiple) implements Distance {}
}
