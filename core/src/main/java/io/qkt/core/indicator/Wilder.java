package io.qkt.core.indicator;

/**
 * Wilder's smoothing, of which several indicators are made: the mean of the first n inputs, from
 * then on {@code (previous * (n - 1) + input) / n}. An undefined input leaves it as it was.
 */
public final class Wilder {
  public static final int DOUBLES = 2;
  public static final int LONGS = 2;

  private static final int VALUE = 0;
  private static final int SEED_SUM = 1;
  private static final int PERIOD = 0;
  private static final int SEEDED = 1;

  private Wilder() {}

  /** Brings the slots of one smoothing to their beginning. */
  public static void init(double[] d, int dAt, long[] l, int lAt, long period) {
    d[dAt + VALUE] = Double.NaN;
    d[dAt + SEED_SUM] = 0;
    l[lAt + PERIOD] = period;
    l[lAt + SEEDED] = 0;
  }

  /** Hot. */
  public static double update(double[] d, int dAt, long[] l, int lAt, double input) {
    if (input - input != 0)
      return Double.NaN;
    double previous = d[dAt + VALUE];
    if (previous != previous)
      return seed(d, dAt, l, lAt, input);
    long period = l[lAt + PERIOD];
    return d[dAt + VALUE] = (previous * (period - 1) + input) / period;
  }

  private static double seed(double[] d, int dAt, long[] l, int lAt, double input) {
    double sum = d[dAt + SEED_SUM] += input;
    long period = l[lAt + PERIOD];
    if (++l[lAt + SEEDED] < period)
      return Double.NaN;
    return d[dAt + VALUE] = sum / period;
  }
}
