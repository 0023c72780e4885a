package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import java.util.Arrays;

/**
 * The mean of the last n inputs, and that many population standard deviations off it, in O(1) and
 * without drift.
 *
 * <p>It goes by blocks as {@link Sma} does, but keeps of each part a mean and the sum of the
 * squares around it, brought forward and merged by differences of means: no squares of a level are
 * ever subtracted, so that a high price with a narrow band costs no digits.
 */
public final class Bollinger extends NamedIndicator {
  public static final Indicator UPPER = new Bollinger(1, "bollinger_upper",
      "The mean of the last n values plus k population standard deviations.");
  public static final Indicator MIDDLE = new Bollinger(0, "bollinger_middle",
      "The mean of the last n values.");
  public static final Indicator LOWER = new Bollinger(-1, "bollinger_lower",
      "The mean of the last n values less k population standard deviations.");

  private static final int VALUE = 0;
  private static final int WIDTH = 1;
  private static final int FILLED_MEAN = 2;
  private static final int FILLED_SQUARES = 3;
  /** Means in the first n + 1 cells, inputs while the block is filled; squares in the others. */
  private static final int RING = 4;
  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private final int side;

  private Bollinger(int side, String name, String summary) {
    super(name, summary, Inputs.NUMBER, Parameter.whole("n", 1), Parameter.number("k", 0));
    this.side = side;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return RING + 2 * ((int) args[0] + 1);
  }

  @Override
  public int longs(double... args) {
    return 2;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int period = (int) args[0];
    Arrays.fill(d, dAt, dAt + doubles(args), Double.NaN);
    d[dAt + WIDTH] = args[1];
    d[dAt + FILLED_MEAN] = 0;
    d[dAt + FILLED_SQUARES] = 0;
    d[dAt + RING + period] = 0;
    d[dAt + RING + 2 * period + 1] = 0;
    l[lAt + PERIOD] = period;
    l[lAt + NEXT] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (input - input != 0)
      return Double.NaN;
    int period = (int) l[lAt + PERIOD];
    int cell = dAt + RING + (int) l[lAt + NEXT];
    d[cell] = input;
    long filled = ++l[lAt + NEXT];
    double step = input - d[dAt + FILLED_MEAN];
    double mean = d[dAt + FILLED_MEAN] += step / filled;
    double squares = d[dAt + FILLED_SQUARES] += step * (input - mean);
    double apart = d[cell + 1] - mean;
    double share = (double) (period - filled) / period;
    mean += apart * share;
    squares += d[cell + period + 2] + apart * apart * share * filled;
    if (filled == period)
      completeBlock(d, dAt, l, lAt, period);
    return d[dAt + VALUE] = mean + side * d[dAt + WIDTH] * Math.sqrt(squares / period);
  }

  private static void completeBlock(double[] d, int dAt, long[] l, int lAt, int period) {
    double mean = 0;
    double squares = 0;
    for (int i = period - 1, counted = 1; i >= 0; i--, counted++) {
      int cell = dAt + RING + i;
      double input = d[cell];
      double step = input - mean;
      mean += step / counted;
      squares += step * (input - mean);
      d[cell] = mean;
      d[cell + period + 1] = squares;
    }
    d[dAt + FILLED_MEAN] = 0;
    d[dAt + FILLED_SQUARES] = 0;
    l[lAt + NEXT] = 0;
  }
}
