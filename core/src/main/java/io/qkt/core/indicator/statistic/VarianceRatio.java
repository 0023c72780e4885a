package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.BlockWindow;
import io.qkt.core.indicator.window.Moments;
import io.qkt.core.indicator.window.Rolling;

/**
 * The population variance of the overlapping sums of k returns as a share of k times that of the
 * returns themselves, over the last n simple returns: 1 for a random walk, more in a trend, less
 * where moves revert. A return from zero is undefined: it is not counted. O(1), see BlockWindow.
 */
public final class VarianceRatio extends Statistic {
  public static final VarianceRatio VARIANCE_RATIO = new VarianceRatio();

  private static final int PREVIOUS = 1;
  private static final int RETURNS = 2;
  private static final int K = 0;
  private static final int N = 1;
  private static final int RETURNS_AT = 2;
  private static final int SUM_AT = RETURNS_AT + BlockWindow.LONGS;
  private static final int SUMS_AT = SUM_AT + Rolling.LONGS;

  private VarianceRatio() {
    super("variance_ratio", "The variance of sums of k returns over k times that of one return,"
        + " within n returns; undefined where they are all equal.", Inputs.NUMBER,
        Parameter.whole("k", 2), Parameter.whole("n", 3));
  }

  @Override
  public String misfit(double... args) {
    return args[1] > args[0] ? null
        : "n of variance_ratio must be greater than k, %d, was %d".formatted((long) args[0],
            (long) args[1]);
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[1] + 1;
  }

  @Override
  public int doubles(double... args) {
    int k = (int) args[0];
    int n = (int) args[1];
    return sums(RETURNS, k, n) + Moments.WINDOW.doubles(n - k + 1, 1);
  }

  @Override
  public int longs(double... args) {
    return SUMS_AT + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int k = (int) args[0];
    int n = (int) args[1];
    d[dAt] = Double.NaN;
    d[dAt + PREVIOUS] = Double.NaN;
    l[lAt + K] = k;
    l[lAt + N] = n;
    int returns = dAt + RETURNS;
    Moments.WINDOW.init(d, returns, l, lAt + RETURNS_AT, n, 1);
    Rolling.SUM.init(d, sum(returns, n), l, lAt + SUM_AT, k);
    Moments.WINDOW.init(d, sums(returns, k, n), l, lAt + SUMS_AT, n - k + 1, 1);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input))
      return Double.NaN;
    double previous = d[dAt + PREVIOUS];
    d[dAt + PREVIOUS] = input;
    double gain = (input - previous) / previous;
    if (undefined(gain))
      return Double.NaN;
    return count(d, dAt, l, lAt, gain);
  }

  private static double count(double[] d, int dAt, long[] l, int lAt, double gain) {
    int k = (int) l[lAt + K];
    int n = (int) l[lAt + N];
    int returns = dAt + RETURNS;
    int sum = sum(returns, n);
    int sums = sums(returns, k, n);
    boolean enough = Moments.WINDOW.add(d, returns, l, lAt + RETURNS_AT, gain);
    double sumOfK = Rolling.SUM.update(d, sum, l, lAt + SUM_AT, gain);
    if (sumOfK == sumOfK)
      Moments.WINDOW.add(d, sums, l, lAt + SUMS_AT, sumOfK);
    if (!enough)
      return Double.NaN;
    double squares = d[returns + 1];
    // A return is a ratio less one and carries the rounding of the ratio.
    if (flat(squares, n, 1 + d[returns]))
      return d[dAt] = Double.NaN;
    return d[dAt] = finite(d[sums + 1] / (n - k + 1) / (k * squares / n));
  }

  private static int sum(int returns, int n) {
    return returns + Moments.WINDOW.doubles(n, 1);
  }

  private static int sums(int returns, int k, int n) {
    return sum(returns, n) + Rolling.doubles(k);
  }
}
