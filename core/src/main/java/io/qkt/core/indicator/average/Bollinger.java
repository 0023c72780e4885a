package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.window.BlockWindow;
import io.qkt.core.indicator.window.Moments;

/**
 * The mean of the last n inputs, and that many population standard deviations off it, in O(1) and
 * without drift.
 *
 * <p>The window keeps a mean and the sum of the squares around it: no squares of a level are ever
 * subtracted, so that a high price with a narrow band costs no digits, see Moments.
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
  private static final int MEAN = 2;
  private static final int SQUARES = 3;
  private static final int PERIOD = 0;

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
    return MEAN + Moments.WINDOW.doubles((int) args[0], 1);
  }

  @Override
  public int longs(double... args) {
    return 1 + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt + VALUE] = Double.NaN;
    d[dAt + WIDTH] = args[1];
    l[lAt + PERIOD] = (long) args[0];
    Moments.WINDOW.init(d, dAt + MEAN, l, lAt + 1, (int) args[0], 1);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (input - input != 0 || !Moments.WINDOW.add(d, dAt + MEAN, l, lAt + 1, input))
      return Double.NaN;
    double deviation = Math.sqrt(d[dAt + SQUARES] / l[lAt + PERIOD]);
    return d[dAt + VALUE] = d[dAt + MEAN] + side * d[dAt + WIDTH] * deviation;
  }
}
