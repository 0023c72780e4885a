package io.qkt.core.indicator.statistic;

/**
 * How many times in a row the input rose, or, below zero, fell. An input equal to the one before
 * (exactly) ends the run at 0.
 */
public final class RunLength extends Statistic {
  public static final RunLength RUNLENGTH = new RunLength();

  private static final int PREVIOUS = 1;

  private RunLength() {
    super("runlength", "How many times in a row the value rose (above 0) or fell (below 0).",
        Inputs.NUMBER);
  }

  @Override
  public int warmUp(double... args) {
    return 2;
  }

  @Override
  public int doubles(double... args) {
    return 2;
  }

  @Override
  public int longs(double... args) {
    return 1;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + PREVIOUS] = Double.NaN;
    l[lAt] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input))
      return Double.NaN;
    double previous = d[dAt + PREVIOUS];
    d[dAt + PREVIOUS] = input;
    if (previous != previous)
      return Double.NaN;
    return d[dAt] = l[lAt] = next(l[lAt], previous, input);
  }

  private static long next(long run, double previous, double input) {
    if (input > previous)
      return Math.max(run, 0) + 1;
    return input < previous ? Math.min(run, 0) - 1 : 0;
  }
}
