package io.qkt.core.risk;

import io.qkt.core.money.Exact;

/**
 * How much of an entry is left at which drawdown: {@code 5:0.5, 10:0.25} leaves a half from 5 % on
 * and a quarter from 10 % on. Deeper never leaves more.
 */
public final class DeRiskLadder {
  /** Leaves everything as it is. */
  public static final DeRiskLadder NONE = new DeRiskLadder(new long[0], new long[0]);

  static final String FORM = "steps like 5:0.5, 10:0.25 (drawdown in percent, what is left of an"
      + " entry), deeper ones leaving less";

  private final long[] percents;
  private final long[] factors;

  private DeRiskLadder(long[] percents, long[] factors) {
    this.percents = percents;
    this.factors = factors;
  }

  public static DeRiskLadder parse(String text) {
    var steps = text.split(",", -1);
    var ladder = new DeRiskLadder(new long[steps.length], new long[steps.length]);
    for (int i = 0; i < steps.length; i++) {
      var parts = steps[i].strip().split(":", -1);
      if (parts.length != 2) throw wrong(text);
      ladder.percents[i] = Exact.parse(parts[0].strip());
      ladder.factors[i] = Exact.parse(parts[1].strip());
      if (!ladder.goesOn(i)) throw wrong(text);
    }
    return ladder;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException("a ladder must be %s, was '%s'".formatted(FORM, text));
  }

  private boolean goesOn(int rung) {
    long abovePercent = rung == 0 ? 0 : percents[rung - 1];
    long aboveFactor = rung == 0 ? Exact.ONE : factors[rung - 1];
    return percents[rung] > abovePercent && factors[rung] >= 0 && factors[rung] < aboveFactor;
  }

  /** How many steps there are. */
  public int rungs() {
    return percents.length;
  }

  /** The deepest step that a drawdown has reached, 0 for none; an unknown one reaches them all. */
  public int rung(double drawdownPercent) {
    int rung = 0;
    while (rung < percents.length && !(drawdownPercent < Exact.toDouble(percents[rung])))
      rung++;
    return rung;
  }

  /** What the step leaves of one. */
  public long factor(int rung) {
    return rung == 0 ? Exact.ONE : factors[rung - 1];
  }

  /** What is left of an entry at that drawdown. */
  public long scaled(long quantity, double drawdownPercent) {
    return Exact.times(quantity, factor(rung(drawdownPercent)));
  }
}
