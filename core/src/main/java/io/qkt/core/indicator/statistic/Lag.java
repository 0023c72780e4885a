package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.Ring;

/** The input n updates ago. */
public final class Lag extends Statistic {
  public static final Lag LAG = new Lag();

  private Lag() {
    super("lag", "The value n updates ago.", Inputs.NUMBER, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return Math.addExact(1, (int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return Ring.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    Ring.init(d, dAt + 1, l, lAt, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (undefined(in[0]))
      return Double.NaN;
    return d[dAt] = Ring.replace(d, dAt + 1, l, lAt, in[0]);
  }
}
