package io.qkt.core.indicator.candle;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.average.Sma;
import io.qkt.core.indicator.window.Rolling;

/** Where the close lies in the range of the last k bars, and the mean of d of these places. */
public final class Stoch extends NamedIndicator {
  public static final Indicator K = new Stoch(false, "stoch_k",
      "Where the close lies in the range of the last k bars, 0 to 100; 50 where it is flat.");
  public static final Indicator D = new Stoch(true, "stoch_d", "The mean of the last d stoch_k.");

  private static final int HIGHS = 1;

  private final boolean smoothed;

  private Stoch(boolean smoothed, String name, String summary) {
    super(name, summary, Inputs.CANDLE, Parameter.whole("k", 1), Parameter.whole("d", 1));
    this.smoothed = smoothed;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + (int) args[1] - 1;
  }

  @Override
  public int doubles(double... args) {
    return HIGHS + 2 * Rolling.doubles((int) args[0]) + Sma.size((int) args[1]);
  }

  @Override
  public int longs(double... args) {
    return 1 + 2 * Rolling.LONGS + Sma.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int size = Rolling.doubles((int) args[0]);
    d[dAt] = Double.NaN;
    l[lAt] = (long) args[0];
    Rolling.MAX.init(d, dAt + HIGHS, l, lAt + 1, (int) args[0]);
    Rolling.MIN.init(d, dAt + HIGHS + size, l, lAt + 1 + Rolling.LONGS, (int) args[0]);
    Sma.init(d, dAt + HIGHS + 2 * size, l, lAt + 1 + 2 * Rolling.LONGS, (int) args[1]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int lows = dAt + HIGHS + Rolling.doubles((int) l[lAt]);
    int mean = lows + Rolling.doubles((int) l[lAt]);
    double high = Rolling.MAX.update(d, dAt + HIGHS, l, lAt + 1, in[1]);
    double low = Rolling.MIN.update(d, lows, l, lAt + 1 + Rolling.LONGS, in[2]);
    double k = high == low ? 50 : 100 * (in[3] - low) / (high - low);
    double smooth = Sma.update(d, mean, l, lAt + 1 + 2 * Rolling.LONGS, k);
    boolean undefined = smooth != smooth;
    return d[dAt] = smoothed || undefined ? smooth : k;
  }
}
