package io.qkt.core.indicator.candle;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;

/**
 * The balance of the volume of rising and falling closes. It runs for years and crosses zero, so
 * the sum carries what rounding took from it (Neumaier's form).
 */
public final class Obv extends NamedIndicator {
  public static final Indicator OBV = new Obv();

  private static final int PREVIOUS_CLOSE = 1;
  private static final int SUM = 2;
  private static final int LOST = 3;

  private Obv() {
    super("obv", "On-balance volume: from 0, the volume added where the close rose and taken off"
        + " where it fell.", Inputs.CANDLE);
  }

  @Override
  public boolean needsVolume() {
    return true;
  }

  @Override
  public int warmUp(double... args) {
    return 1;
  }

  @Override
  public int doubles(double... args) {
    return 4;
  }

  @Override
  public int longs(double... args) {
    return 0;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + PREVIOUS_CLOSE] = Double.NaN;
    d[dAt + SUM] = 0;
    d[dAt + LOST] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double close = in[3];
    double volume = in[4];
    // A feed may say of one bar that it does not know the volume.
    if (volume - volume != 0)
      return Double.NaN;
    double previous = d[dAt + PREVIOUS_CLOSE];
    d[dAt + PREVIOUS_CLOSE] = close;
    if (close > previous)
      add(d, dAt, volume);
    else if (close < previous)
      add(d, dAt, -volume);
    return d[dAt] = d[dAt + SUM] + d[dAt + LOST];
  }

  private static void add(double[] d, int dAt, double volume) {
    double before = d[dAt + SUM];
    double after = before + volume;
    d[dAt + LOST] += Math.abs(before) >= Math.abs(volume) ? before - after + volume
        : volume - after + before;
    d[dAt + SUM] = after;
  }
}
