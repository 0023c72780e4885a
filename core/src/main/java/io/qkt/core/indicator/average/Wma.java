package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import java.util.Arrays;

/**
 * The mean of the last n inputs weighted 1 to n, the newest with n, in O(1) and without drift.
 *
 * <p>It goes by blocks as {@link Sma} does. Of the block before, a cell holds the sum from there on
 * with weights 1, 2, 3 and so on, which is the sum of the plain sums from there on. Of the block
 * being filled, the weights 1, 2, 3 from its beginning are kept in one sum; they fall short of the
 * right ones by the number of inputs still to come, once for each input, hence the plain sum.
 */
public final class Wma extends NamedIndicator {
  public static final Indicator WMA = new Wma();

  static final int LONGS = 2;

  private static final int VALUE = 0;
  private static final int FILLED_SUM = 1;
  private static final int FILLED_WEIGHTED = 2;
  private static final int RING = 3;
  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private Wma() {
    super("wma", "The mean of the last n values weighted 1 to n, the newest most.", Inputs.NUMBER,
        Parameter.whole("n", 1));
  }

  /** How many doubles one weighted mean of the last n takes; the last one stays zero. */
  static int size(int period) {
    return RING + period + 1;
  }

  static void init(double[] d, int dAt, long[] l, int lAt, int period) {
    Arrays.fill(d, dAt, dAt + size(period), Double.NaN);
    d[dAt + FILLED_SUM] = 0;
    d[dAt + FILLED_WEIGHTED] = 0;
    d[dAt + RING + period] = 0;
    l[lAt + PERIOD] = period;
    l[lAt + NEXT] = 0;
  }

  /** Hot. An undefined input leaves the mean as it was, but the answer to it is undefined. */
  static double update(double[] d, int dAt, long[] l, int lAt, double input) {
    if (input - input != 0)
      return Double.NaN;
    int period = (int) l[lAt + PERIOD];
    int next = (int) l[lAt + NEXT];
    int cell = dAt + RING + next++;
    d[cell] = input;
    double plain = d[dAt + FILLED_SUM] += input;
    double weighted = d[dAt + FILLED_WEIGHTED] += next * input;
    double sum = d[cell + 1] + weighted + (period - next) * plain;
    l[lAt + NEXT] = next;
    if (next == period)
      completeBlock(d, dAt, l, lAt, period);
    return d[dAt + VALUE] = sum / (0.5 * period * (period + 1));
  }

  private static void completeBlock(double[] d, int dAt, long[] l, int lAt, int period) {
    double plain = 0;
    for (int cell = dAt + RING + period - 1; cell >= dAt + RING; cell--) {
      plain += d[cell];
      d[cell] = d[cell + 1] + plain;
    }
    d[dAt + FILLED_SUM] = 0;
    d[dAt + FILLED_WEIGHTED] = 0;
    l[lAt + NEXT] = 0;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return size((int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    init(d, dAt, l, lAt, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    return update(d, dAt, l, lAt, in[0]);
  }
}
