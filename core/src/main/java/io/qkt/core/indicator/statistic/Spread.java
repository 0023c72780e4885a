package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.BlockWindow;
import io.qkt.core.indicator.window.Moments;

/** How far the last n inputs lie from their mean, by the sample variance; O(1), see BlockWindow. */
public final class Spread extends Statistic {
  public static final Spread STDDEV = new Spread(Output.STDDEV, "stddev",
      "The sample standard deviation of the last n values.");
  public static final Spread VARIANCE = new Spread(Output.VARIANCE, "variance",
      "The sample variance of the last n values.");
  public static final Spread ZSCORE = new Spread(Output.ZSCORE, "zscore",
      "How many sample standard deviations the value lies above the mean of the last n;"
          + " undefined where they are all equal.");

  private static final int MEAN = 1;
  private static final int SQUARES = 2;

  private final Output output;

  private enum Output {
    STDDEV, VARIANCE, ZSCORE
  }

  private Spread(Output output, String name, String summary) {
    super(name, summary, Inputs.NUMBER, Parameter.whole("n", 2));
    this.output = output;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return 1 + Moments.WINDOW.doubles((int) args[0], 1);
  }

  @Override
  public int longs(double... args) {
    return 1 + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    l[lAt] = (long) args[0];
    Moments.WINDOW.init(d, dAt + MEAN, l, lAt + 1, (int) args[0], 1);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input) || !Moments.WINDOW.add(d, dAt + MEAN, l, lAt + 1, input))
      return Double.NaN;
    int n = (int) l[lAt];
    return d[dAt] = finite(answer(input, d[dAt + MEAN], d[dAt + SQUARES], n));
  }

  private double answer(double input, double mean, double squares, int n) {
    double variance = squares / (n - 1);
    return switch (output) {
      case VARIANCE -> variance;
      case STDDEV -> Math.sqrt(variance);
      case ZSCORE -> flat(squares, n, mean) ? Double.NaN : (input - mean) / Math.sqrt(variance);
    };
  }
}
