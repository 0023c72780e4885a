package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.Rolling;

/**
 * The highest or lowest of the n inputs before the latest, so that a close can break it. O(1), see
 * Rolling.
 */
public final class Extreme extends Statistic {
  public static final Extreme HIGHEST = new Extreme(Rolling.MAX, "highest",
      "The highest of the n values before the latest.");
  public static final Extreme LOWEST = new Extreme(Rolling.MIN, "lowest",
      "The lowest of the n values before the latest.");

  private static final int WITH_LATEST = 1;
  private static final int WINDOW = 2;

  private final Rolling rolling;

  private Extreme(Rolling rolling, String name, String summary) {
    super(name, summary, Inputs.NUMBER, Parameter.whole("n", 1));
    this.rolling = rolling;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return WINDOW + Rolling.doubles((int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return Rolling.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + WITH_LATEST] = Double.NaN;
    rolling.init(d, dAt + WINDOW, l, lAt, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (undefined(in[0]))
      return Double.NaN;
    d[dAt] = d[dAt + WITH_LATEST];
    d[dAt + WITH_LATEST] = rolling.update(d, dAt + WINDOW, l, lAt, in[0]);
    return d[dAt];
  }
}
