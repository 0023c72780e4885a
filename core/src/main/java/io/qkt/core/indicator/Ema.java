package io.qkt.core.indicator;

/** Placeholder until the market branch lands. */
public final class Ema {
  public static final int DOUBLES = 3;
  public static final int LONGS = 1;

  private Ema() {}

  public static void initialise(double[] d, int dAt, long[] l, int lAt, int period) {
    d[dAt] = Double.NaN;
    d[dAt + 1] = 0;
    d[dAt + 2] = period;
    l[lAt] = 0;
  }

  public static double value(double[] d, int dAt) {
    return d[dAt];
  }

  public static void update(double[] d, int dAt, long[] l, int lAt, double input) {
    if (input != input) return;
    int period = (int) d[dAt + 2];
    if (++l[lAt] <= period) {
      d[dAt + 1] += input;
      if (l[lAt] == period) d[dAt] = d[dAt + 1] / period;
      return;
    }
    d[dAt] += 2.0 / (period + 1) * (input - d[dAt]);
  }
}
