package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;

/** The exponential average of the close, and that many average true ranges off it. */
public final class Keltner extends NamedIndicator {
  public static final Indicator UPPER = new Keltner(1, "keltner_upper",
      "The ema of the close plus m average true ranges.");
  public static final Indicator MIDDLE = new Keltner(0, "keltner_middle",
      "The ema of the close, defined once the bands are.");
  public static final Indicator LOWER = new Keltner(-1, "keltner_lower",
      "The ema of the close less m average true ranges.");

  private static final int WIDTH = 1;
  private static final int CLOSE = 2;
  private static final int RANGE = CLOSE + Ema.DOUBLES;

  private final int side;

  private Keltner(int side, String name, String summary) {
    super(name, summary, Inputs.CANDLE, Parameter.whole("n", 1), Parameter.number("m", 0));
    this.side = side;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return RANGE + Atr.DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return Ema.LONGS + Atr.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + WIDTH] = args[1];
    Ema.init(d, dAt + CLOSE, l, lAt, (long) args[0]);
    Atr.init(d, dAt + RANGE, l, lAt + Ema.LONGS, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double middle = Ema.update(d, dAt + CLOSE, l, lAt, in[3]);
    double range = Atr.update(d, dAt + RANGE, l, lAt + Ema.LONGS, in);
    return d[dAt] = middle + side * d[dAt + WIDTH] * range;
  }
}
