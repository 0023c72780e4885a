package io.qkt.core.indicator;

import io.qkt.core.Cases;

/** Bars on a grid of hundredths, in the order of {@link Indicator.Inputs#CANDLE}. */
public final class Bars {
  public static final int CLOSE = 3;

  private final Cases cases;
  private long last = 10_000;

  private Bars(long seed) {
    cases = new Cases(seed);
  }

  /** So many bars at one price, then a walk with rests, gaps and bars without a range. */
  public static double[][] walk(long seed, int flat, int count) {
    var bars = new Bars(seed);
    var rows = new double[count][];
    for (int i = 0; i < count; i++)
      rows[i] = i < flat ? bars.bar(0, 0, 0) : bars.step();
    return rows;
  }

  private double[] step() {
    if (cases.oneIn(12))
      return bar(0, 0, 0);
    last = Math.max(5_000, last + (cases.oneIn(5) ? cases.between(-90, 91) : 0));
    long move = Math.max(5_000 - last, cases.between(-120, 121));
    return bar(move, cases.between(0, 60), cases.between(0, 60));
  }

  private double[] bar(long move, long above, long below) {
    long open = last;
    last += move;
    double high = (Math.max(open, last) + above) / 1e2;
    double low = (Math.min(open, last) - below) / 1e2;
    return new double[]{open / 1e2, high, low, last / 1e2, cases.between(0, 5_000) / 1e1};
  }
}
