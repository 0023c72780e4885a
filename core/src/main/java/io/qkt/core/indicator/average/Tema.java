package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;

/** The triple exponential average: what {@link Dema} does to the lag, done once more. */
public final class Tema extends NamedIndicator {
  public static final Indicator TEMA = new Tema();

  private static final int FIRST = 1;
  private static final int SECOND = FIRST + Ema.DOUBLES;
  private static final int THIRD = SECOND + Ema.DOUBLES;

  private Tema() {
    super("tema", "The triple exponential average: 3 * e1 - 3 * e2 + e3, each the ema of the last.",
        Inputs.NUMBER, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return 3 * (int) args[0] - 2;
  }

  @Override
  public int doubles(double... args) {
    return THIRD + Ema.DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return 3 * Ema.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    Ema.init(d, dAt + FIRST, l, lAt, (long) args[0]);
    Ema.init(d, dAt + SECOND, l, lAt + Ema.LONGS, (long) args[0]);
    Ema.init(d, dAt + THIRD, l, lAt + 2 * Ema.LONGS, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double e1 = Ema.update(d, dAt + FIRST, l, lAt, in[0]);
    double e2 = Ema.update(d, dAt + SECOND, l, lAt + Ema.LONGS, e1);
    double e3 = Ema.update(d, dAt + THIRD, l, lAt + 2 * Ema.LONGS, e2);
    double value = 3 * (e1 - e2) + e3;
    boolean defined = value == value;
    if (defined)
      d[dAt] = value;
    return value;
  }
}
