package io.qkt.core.program.cell;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.average.Sma;
import io.qkt.core.indicator.window.Rolling;

/** How many numbers become one. */
public enum Aggregate {
  MIN(Rolling.MIN, new LastInputs(Rolling.MIN, "min", "least")),
  MAX(Rolling.MAX, new LastInputs(Rolling.MAX, "max", "largest")),
  MEAN(Rolling.SUM, Sma.SMA),
  SUM(Rolling.SUM, new LastInputs(Rolling.SUM, "sum", "sum"));

  private final Rolling rolling;
  private final Indicator ofLast;

  Aggregate(Rolling rolling, Indicator ofLast) {
    this.rolling = rolling;
    this.ofLast = ofLast;
  }

  /**
   * SINCE T-n, sum(x, n) and avg(x, n): over the last n inputs, this one included, of which the
   * undefined ones are none; undefined until there are n. Its one parameter is n.
   */
  public Indicator ofLast() {
    return ofLast;
  }

  double with(double soFar, double input) {
    return rolling.with(soFar, input);
  }

  double of(double all, long count) {
    return this == MEAN ? all / count : all;
  }
}
