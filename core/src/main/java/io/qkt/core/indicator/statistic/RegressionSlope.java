package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.BlockWindow;

/** The slope of the least-squares line through the last n inputs; O(1), see BlockWindow. */
public final class RegressionSlope extends Statistic {
  public static final RegressionSlope REGRESSION_SLOPE = new RegressionSlope();

  private static final int TREND = 1;

  private RegressionSlope() {
    super("regression_slope",
        "By how much the least-squares line through the last n values rises from one to the next.",
        Inputs.NUMBER, Parameter.whole("n", 2));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return TREND + Trend.WINDOW.doubles((int) args[0], 1);
  }

  @Override
  public int longs(double... args) {
    return 1 + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    l[lAt] = (long) args[0];
    Trend.WINDOW.init(d, dAt + TREND, l, lAt + 1, (int) args[0], 1);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input) || !Trend.WINDOW.add(d, dAt + TREND, l, lAt + 1, input))
      return Double.NaN;
    double n = l[lAt];
    double squares = n * (n * n - 1) / 12;
    return d[dAt] = finite(d[dAt + TREND + Trend.PRODUCTS] / squares);
  }

  /**
   * The mean of one variable and the sum of the products of its and the row number's deviations.
   */
  private static final class Trend extends BlockWindow {
    static final Trend WINDOW = new Trend();
    static final int PRODUCTS = 1;

    private Trend() {}

    @Override
    protected int size(int variables) {
      return 2;
    }

    @Override
    protected void merge(double[] d, int into, int a, double aRows, int b, double bRows,
        int variables) {
      double rows = aRows + bRows;
      double apart = d[b] - d[a];
      // The middles of two stretches that follow each other lie half of both lengths apart.
      d[into + PRODUCTS] = d[a + PRODUCTS] + d[b + PRODUCTS] + aRows * bRows * apart / 2;
      d[into] = d[a] + bRows / rows * apart;
    }
  }
}
