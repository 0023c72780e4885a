package io.qkt.core.indicator.window;

import java.util.Arrays;

/** The last n values, of which each new one takes the place of the oldest. */
public final class Ring {
  public static final int LONGS = 2;

  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private Ring() {}

  public static void init(double[] d, int dAt, long[] l, int lAt, int n) {
    Arrays.fill(d, dAt, dAt + n, Double.NaN);
    l[lAt + PERIOD] = n;
    l[lAt + NEXT] = 0;
  }

  /** Hot. The value n updates ago, NaN if there is none. */
  public static double replace(double[] d, int dAt, long[] l, int lAt, double value) {
    int next = (int) l[lAt + NEXT];
    double oldest = d[dAt + next];
    d[dAt + next] = value;
    l[lAt + NEXT] = next + 1 == l[lAt + PERIOD] ? 0 : next + 1;
    return oldest;
  }

  /** The oldest that is still there, NaN before there are n. */
  public static double oldest(double[] d, int dAt, long[] l, int lAt) {
    return d[dAt + (int) l[lAt + NEXT]];
  }
}
