package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.BlockWindow;
import io.qkt.core.indicator.window.Moments;

/** How two inputs moved together over the last n rows; O(1), see BlockWindow. */
public final class Comovement extends Statistic {
  public static final Comovement CORRELATION = new Comovement(true, "correlation",
      "Pearson's correlation of x and y over the last n; undefined where one does not vary.");
  public static final Comovement BETA = new Comovement(false, "beta",
      "The covariance of x and y over the variance of y, over the last n;"
          + " undefined where y does not vary.");

  private static final int WINDOW = 1;
  private static final int X_X = Moments.product(2, 0, 0);
  private static final int X_Y = Moments.product(2, 0, 1);
  private static final int Y_Y = Moments.product(2, 1, 1);

  private final boolean scaled;

  private Comovement(boolean scaled, String name, String summary) {
    super(name, summary, Inputs.TWO_NUMBERS, Parameter.whole("n", 2));
    this.scaled = scaled;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return WINDOW + Moments.WINDOW.doubles((int) args[0], 2);
  }

  @Override
  public int longs(double... args) {
    return 1 + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    l[lAt] = (long) args[0];
    Moments.WINDOW.init(d, dAt + WINDOW, l, lAt + 1, (int) args[0], 2);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (undefined(in[0]) || undefined(in[1]))
      return Double.NaN;
    if (!Moments.WINDOW.add(d, dAt + WINDOW, l, lAt + 1, in))
      return Double.NaN;
    return d[dAt] = finite(answer(d, dAt + WINDOW, (int) l[lAt]));
  }

  private double answer(double[] d, int at, int n) {
    double xx = d[at + X_X];
    double xy = d[at + X_Y];
    double yy = d[at + Y_Y];
    if (flat(yy, n, d[at + 1]) || scaled && flat(xx, n, d[at]))
      return Double.NaN;
    if (!scaled)
      return xy / yy;
    // Two roots, for the product of the sums may be beyond a double; rounding may exceed 1.
    double correlation = xy / Math.sqrt(xx) / Math.sqrt(yy);
    return Math.max(-1, Math.min(1, correlation));
  }
}
