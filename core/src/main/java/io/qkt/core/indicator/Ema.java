package io.qkt.core.indicator;

/**
 * The exponential moving average: the mean of the first n inputs, from then on
 * {@code a * input + (1 - a) * previous} with {@code a = 2 / (n + 1)}.
 *
 * <p>Its state lies in the caller's slots, the period included, so that one compiled program serves
 * every set of parameters and a snapshot is a copy of two arrays. Undefined is NaN.
 */
public final class Ema extends NamedIndicator {
  public static final Indicator EMA = new Ema();
  public static final int DOUBLES = 3;
  public static final int LONGS = 2;

  private static final int VALUE = 0;
  private static final int ALPHA = 1;
  private static final int SEED_SUM = 2;
  private static final int PERIOD = 0;
  private static final int SEEDED = 1;

  private Ema() {
    super("ema", "The exponential average with a = 2 / (n + 1), seeded with the mean of n values.",
        Inputs.NUMBER, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    init(d, dAt, l, lAt, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    return update(d, dAt, l, lAt, in[0]);
  }

  /** Brings the slots of one average to their beginning. */
  public static void init(double[] d, int dAt, long[] l, int lAt, long period) {
    if (period < 1)
      throw new IllegalArgumentException("a period must be at least 1, was " + period);
    d[dAt + VALUE] = Double.NaN;
    d[dAt + ALPHA] = 2.0 / (period + 1);
    d[dAt + SEED_SUM] = 0;
    l[lAt + PERIOD] = period;
    l[lAt + SEEDED] = 0;
  }

  /** Hot. An undefined input leaves the average as it was, but the answer to it is undefined. */
  public static double update(double[] d, int dAt, long[] l, int lAt, double input) {
    // Also true for infinities, which would stay in the average for ever.
    if (input - input != 0)
      return Double.NaN;
    double previous = d[dAt + VALUE];
    if (previous != previous)
      return seed(d, dAt, l, lAt, input);
    double a = d[dAt + ALPHA];
    return d[dAt + VALUE] = a * input + (1 - a) * previous;
  }

  /** The average as it stands, NaN while it is undefined. */
  public static double value(double[] d, int dAt) {
    return d[dAt + VALUE];
  }

  private static double seed(double[] d, int dAt, long[] l, int lAt, double input) {
    double sum = d[dAt + SEED_SUM] += input;
    long period = l[lAt + PERIOD];
    if (++l[lAt + SEEDED] < period)
      return Double.NaN;
    return d[dAt + VALUE] = sum / period;
  }
}
