package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.Wilder;

/** Wilder's relative strength: the share of the rises in all that the input moved, smoothed. */
public final class Rsi extends NamedIndicator {
  public static final Indicator RSI = new Rsi();

  private static final int PREVIOUS = 1;
  private static final int GAIN = 2;
  private static final int LOSS = GAIN + Wilder.DOUBLES;

  private Rsi() {
    super("rsi", "Wilder's relative strength index, 0 to 100; 50 where nothing moved.",
        Inputs.NUMBER, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return LOSS + Wilder.DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return 2 * Wilder.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + PREVIOUS] = Double.NaN;
    Wilder.init(d, dAt + GAIN, l, lAt, (long) args[0]);
    Wilder.init(d, dAt + LOSS, l, lAt + Wilder.LONGS, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (in[0] - in[0] != 0)
      return Double.NaN;
    // NaN at the first input, which the two averages then do not take.
    double change = in[0] - d[dAt + PREVIOUS];
    d[dAt + PREVIOUS] = in[0];
    double gain = Wilder.update(d, dAt + GAIN, l, lAt, Math.max(change, 0));
    double loss = Wilder.update(d, dAt + LOSS, l, lAt + Wilder.LONGS, Math.max(-change, 0));
    return d[dAt] = strength(gain, loss);
  }

  private static double strength(double gain, double loss) {
    if (loss == 0)
      return gain == 0 ? 50 : 100;
    return 100 - 100 / (1 + gain / loss);
  }
}
