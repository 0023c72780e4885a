package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;

/** Hull's average: a short weighted average of twice a half-length one less the full-length one. */
public final class Hma extends NamedIndicator {
  public static final Indicator HMA = new Hma();

  private static final int HALF = 1;

  private Hma() {
    super("hma", "Hull's average: the wma over round(sqrt(n)) of 2 * wma(n / 2) - wma(n).",
        Inputs.NUMBER, Parameter.whole("n", 2));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + root((int) args[0]) - 1;
  }

  @Override
  public int doubles(double... args) {
    return 1 + Wma.size((int) args[0] / 2) + Wma.size((int) args[0])
        + Wma.size(root((int) args[0]));
  }

  @Override
  public int longs(double... args) {
    return 1 + 3 * Wma.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int period = (int) args[0];
    d[dAt] = Double.NaN;
    l[lAt] = period;
    int whole = dAt + HALF + Wma.size(period / 2);
    Wma.init(d, dAt + HALF, l, lAt + 1, period / 2);
    Wma.init(d, whole, l, lAt + 1 + Wma.LONGS, period);
    Wma.init(d, whole + Wma.size(period), l, lAt + 1 + 2 * Wma.LONGS, root(period));
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int period = (int) l[lAt];
    int whole = dAt + HALF + Wma.size(period / 2);
    double steep = 2 * Wma.update(d, dAt + HALF, l, lAt + 1, in[0])
        - Wma.update(d, whole, l, lAt + 1 + Wma.LONGS, in[0]);
    double value = Wma.update(d, whole + Wma.size(period), l, lAt + 1 + 2 * Wma.LONGS, steep);
    boolean defined = value == value;
    if (defined)
      d[dAt] = value;
    return value;
  }

  /** Rounded, not cut off; a square root of a whole number never lies half way. */
  private static int root(int period) {
    return (int) Math.round(Math.sqrt(period));
  }
}
