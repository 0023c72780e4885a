package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.Ring;

/**
 * The share of the last n inputs, the latest among them, that lie strictly below the latest. The
 * comparison is exact. An update looks at the whole window: ranks have no O(1) form without a tree.
 */
public final class PercentileRank extends Statistic {
  public static final PercentileRank PERCENTILE_RANK = new PercentileRank();

  private static final int WINDOW = 1;
  private static final int RING = 1;

  private PercentileRank() {
    super("percentile_rank", "The share of the last n values that lie below the latest.",
        Inputs.NUMBER, Parameter.whole("n", 2));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return Math.addExact(WINDOW, (int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return 1 + Ring.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    l[lAt] = (long) args[0];
    Ring.init(d, dAt + WINDOW, l, lAt + RING, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input))
      return Double.NaN;
    Ring.replace(d, dAt + WINDOW, l, lAt + RING, input);
    double oldest = Ring.oldest(d, dAt + WINDOW, l, lAt + RING);
    if (oldest != oldest)
      return Double.NaN;
    int n = (int) l[lAt];
    return d[dAt] = (double) below(d, dAt + WINDOW, n, input) / n;
  }

  private static int below(double[] d, int from, int n, double input) {
    int count = 0;
    for (int i = from; i < from + n; i++)
      if (d[i] < input)
        count++;
    return count;
  }
}
