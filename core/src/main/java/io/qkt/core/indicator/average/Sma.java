package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import java.util.Arrays;

/**
 * The mean of the last n inputs, in O(1) and without drift, because nothing is ever subtracted.
 *
 * <p>Inputs come in blocks of n. The window is the end of the block before and the beginning of the
 * one being filled. A cell of the ring holds an input of the block being filled, or the sum of the
 * block before from that cell on; these sums are made when a block is complete. What left the
 * window has left no trace, however large it was. In the first block the cells are NaN, and so is
 * the mean.
 */
public final class Sma extends NamedIndicator {
  public static final Indicator SMA = new Sma();
  public static final int LONGS = 2;

  private static final int VALUE = 0;
  private static final int FILLED_SUM = 1;
  private static final int RING = 2;
  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private Sma() {
    super("sma", "The mean of the last n values.", Inputs.NUMBER, Parameter.whole("n", 1));
  }

  /** How many doubles one mean of the last n takes. */
  public static int size(int period) {
    // The cell after the ring stays zero: after the last cell nothing of the block before is left.
    return RING + period + 1;
  }

  /** Brings the slots of one mean to their beginning. */
  public static void init(double[] d, int dAt, long[] l, int lAt, int period) {
    Arrays.fill(d, dAt, dAt + size(period), Double.NaN);
    d[dAt + FILLED_SUM] = 0;
    d[dAt + RING + period] = 0;
    l[lAt + PERIOD] = period;
    l[lAt + NEXT] = 0;
  }

  /** Hot. An undefined input leaves the mean as it was, but the answer to it is undefined. */
  public static double update(double[] d, int dAt, long[] l, int lAt, double input) {
    if (input - input != 0)
      return Double.NaN;
    int period = (int) l[lAt + PERIOD];
    int next = (int) l[lAt + NEXT];
    int cell = dAt + RING + next;
    d[cell] = input;
    double sum = (d[dAt + FILLED_SUM] += input) + d[cell + 1];
    l[lAt + NEXT] = next + 1;
    if (next + 1 == period)
      completeBlock(d, dAt, l, lAt, period);
    return d[dAt + VALUE] = sum / period;
  }

  private static void completeBlock(double[] d, int dAt, long[] l, int lAt, int period) {
    for (int cell = dAt + RING + period - 1; cell >= dAt + RING; cell--)
      d[cell] += d[cell + 1];
    d[dAt + FILLED_SUM] = 0;
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
