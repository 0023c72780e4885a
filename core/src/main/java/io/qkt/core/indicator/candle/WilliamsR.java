package io.qkt.core.indicator.candle;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.window.Rolling;

/** How far the close lies below the highest high, in hundredths of the range of the last n bars. */
public final class WilliamsR extends NamedIndicator {
  public static final Indicator WILLIAMS_R = new WilliamsR();

  private static final int HIGHS = 1;

  private WilliamsR() {
    super("williams_r", "Where the close lies in the range of the last n bars: 0 at its top, -100"
        + " at its bottom or where it is flat.", Inputs.CANDLE, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return HIGHS + 2 * Rolling.doubles((int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return 1 + 2 * Rolling.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int period = (int) args[0];
    d[dAt] = Double.NaN;
    l[lAt] = period;
    Rolling.MAX.init(d, dAt + HIGHS, l, lAt + 1, period);
    Rolling.MIN.init(d, dAt + HIGHS + Rolling.doubles(period), l, lAt + 1 + Rolling.LONGS, period);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int lows = dAt + HIGHS + Rolling.doubles((int) l[lAt]);
    double high = Rolling.MAX.update(d, dAt + HIGHS, l, lAt + 1, in[1]);
    double low = Rolling.MIN.update(d, lows, l, lAt + 1 + Rolling.LONGS, in[2]);
    return d[dAt] = high == low ? -100 : 100 * (in[3] - high) / (high - low);
  }
}
