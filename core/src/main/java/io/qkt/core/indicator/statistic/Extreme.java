package io.qkt.core.indicator.statistic;

/**
 * The highest or lowest of the n inputs before the latest, so that a close can break it. O(1), see
 * BlockWindow.
 */
public final class Extreme extends Statistic {
  public static final Extreme HIGHEST = new Extreme(Fold.MAX, "highest",
      "The highest of the n values before the latest.");
  public static final Extreme LOWEST = new Extreme(Fold.MIN, "lowest",
      "The lowest of the n values before the latest.");

  private static final int WITH_LATEST = 1;
  private static final int WINDOW = 2;

  private final Fold fold;

  private Extreme(Fold fold, String name, String summary) {
    super(name, summary, Inputs.NUMBER, Parameter.whole("n", 1));
    this.fold = fold;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return WINDOW + fold.doubles((int) args[0], 1);
  }

  @Override
  public int longs(double... args) {
    return BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + WITH_LATEST] = Double.NaN;
    fold.init(d, dAt + WINDOW, l, lAt, (int) args[0], 1);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (undefined(in[0]))
      return Double.NaN;
    d[dAt] = d[dAt + WITH_LATEST];
    if (fold.add(d, dAt + WINDOW, l, lAt, in[0]))
      d[dAt + WITH_LATEST] = d[dAt + WINDOW];
    return d[dAt];
  }
}
