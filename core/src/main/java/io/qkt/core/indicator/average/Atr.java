package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.Wilder;

/** Wilder's average true range; the first bar only says where the next one comes from. */
public final class Atr extends NamedIndicator {
  public static final Indicator ATR = new Atr();

  static final int DOUBLES = Wilder.DOUBLES + 1;
  static final int LONGS = Wilder.LONGS;

  private static final int PREVIOUS_CLOSE = Wilder.DOUBLES;

  private Atr() {
    super("atr", "Wilder's average true range of the last n bars.", Inputs.CANDLE,
        Parameter.whole("n", 1));
  }

  /** How far a bar reached from the close before it; NaN if that is. */
  public static double trueRange(double high, double low, double previousClose) {
    return Math.max(high, previousClose) - Math.min(low, previousClose);
  }

  static void init(double[] d, int dAt, long[] l, int lAt, long period) {
    Wilder.init(d, dAt, l, lAt, period);
    d[dAt + PREVIOUS_CLOSE] = Double.NaN;
  }

  /** Hot. Takes a bar as {@link Inputs#CANDLE} says. */
  static double update(double[] d, int dAt, long[] l, int lAt, double[] bar) {
    double range = trueRange(bar[1], bar[2], d[dAt + PREVIOUS_CLOSE]);
    d[dAt + PREVIOUS_CLOSE] = bar[3];
    return Wilder.update(d, dAt, l, lAt, range);
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    init(d, dAt, l, lAt, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    return update(d, dAt, l, lAt, in);
  }
}
