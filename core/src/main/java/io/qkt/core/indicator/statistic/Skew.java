package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.BlockWindow;

/**
 * The skewness of the last n simple returns, by population moments; O(1), see BlockWindow. A return
 * from zero is undefined: it is not counted, and the next one starts from the new input.
 */
public final class Skew extends Statistic {
  public static final Skew SKEW = new Skew();

  private static final int PREVIOUS = 1;
  private static final int RETURNS = 2;

  private Skew() {
    super("skew", "The skewness of the last n simple returns; 0 where they are all equal.",
        Inputs.NUMBER, Parameter.whole("n", 3));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return RETURNS + ThreeMoments.WINDOW.doubles((int) args[0], 1);
  }

  @Override
  public int longs(double... args) {
    return 1 + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + PREVIOUS] = Double.NaN;
    l[lAt] = (long) args[0];
    ThreeMoments.WINDOW.init(d, dAt + RETURNS, l, lAt + 1, (int) args[0], 1);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input))
      return Double.NaN;
    double previous = d[dAt + PREVIOUS];
    d[dAt + PREVIOUS] = input;
    double gain = (input - previous) / previous;
    if (undefined(gain) || !ThreeMoments.WINDOW.add(d, dAt + RETURNS, l, lAt + 1, gain))
      return Double.NaN;
    return d[dAt] = answer(d, dAt + RETURNS, (int) l[lAt]);
  }

  private static double answer(double[] d, int returns, int n) {
    double squares = d[returns + ThreeMoments.SQUARES];
    // A return is a ratio less one and carries the rounding of the ratio.
    if (flat(squares, n, 1 + d[returns]))
      return 0;
    double variance = squares / n;
    return finite(d[returns + ThreeMoments.CUBES] / n / (variance * Math.sqrt(variance)));
  }

  /** The mean of one variable and the sums of the squares and cubes of its deviations. */
  private static final class ThreeMoments extends BlockWindow {
    static final ThreeMoments WINDOW = new ThreeMoments();
    static final int SQUARES = 1;
    static final int CUBES = 2;

    private ThreeMoments() {}

    @Override
    protected int size(int variables) {
      return 3;
    }

    @Override
    protected void merge(double[] d, int into, int a, double aRows, int b, double bRows,
        int variables) {
      double rows = aRows + bRows;
      double apart = d[b] - d[a];
      double step = apart / rows;
      double cross = apart * step * aRows * bRows;
      d[into + CUBES] = d[a + CUBES] + d[b + CUBES] + cross * step * (aRows - bRows)
          + 3 * step * (aRows * d[b + SQUARES] - bRows * d[a + SQUARES]);
      d[into + SQUARES] = d[a + SQUARES] + d[b + SQUARES] + cross;
      d[into] = d[a] + bRows * step;
    }
  }
}
