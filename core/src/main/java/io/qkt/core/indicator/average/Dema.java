package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;

/** The double exponential average: twice an average less the average of it, which lags as much. */
public final class Dema extends NamedIndicator {
  public static final Indicator DEMA = new Dema();

  private static final int FIRST = 1;
  private static final int SECOND = FIRST + Ema.DOUBLES;

  private Dema() {
    super("dema", "The double exponential average: 2 * e1 - e2, e1 the ema, e2 the ema of e1.",
        Inputs.NUMBER, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return 2 * (int) args[0] - 1;
  }

  @Override
  public int doubles(double... args) {
    return SECOND + Ema.DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return 2 * Ema.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    Ema.init(d, dAt + FIRST, l, lAt, (long) args[0]);
    Ema.init(d, dAt + SECOND, l, lAt + Ema.LONGS, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double e1 = Ema.update(d, dAt + FIRST, l, lAt, in[0]);
    double e2 = Ema.update(d, dAt + SECOND, l, lAt + Ema.LONGS, e1);
    double value = 2 * e1 - e2;
    boolean defined = value == value;
    if (defined)
      d[dAt] = value;
    return value;
  }
}
