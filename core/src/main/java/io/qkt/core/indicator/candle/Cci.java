package io.qkt.core.indicator.candle;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import java.util.Arrays;

/**
 * How far the typical price lies off its mean, in units of its mean deviation.
 *
 * <p>O(n): every deviation changes with the mean. So the mean, too, is made from the window anew.
 * Both are taken of the distances from the current price: they are exact where the window is flat.
 */
public final class Cci extends NamedIndicator {
  public static final Indicator CCI = new Cci();

  private static final double LAMBERT = 0.015;
  /** A typical price is rounded twice: equal ones may differ by this many of its last places. */
  private static final int ROUNDED_PLACES = 4;
  private static final int RING = 1;
  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private Cci() {
    super("cci", "The commodity channel index of the typical price over the last n bars; 0 where"
        + " it does not move.", Inputs.CANDLE, Parameter.whole("n", 1));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return RING + (int) args[0];
  }

  @Override
  public int longs(double... args) {
    return 2;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    Arrays.fill(d, dAt, dAt + doubles(args), Double.NaN);
    l[lAt + PERIOD] = (long) args[0];
    l[lAt + NEXT] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int period = (int) l[lAt + PERIOD];
    int next = (int) l[lAt + NEXT];
    double typical = (in[1] + in[2] + in[3]) / 3;
    d[dAt + RING + next] = typical;
    l[lAt + NEXT] = next + 1 == period ? 0 : next + 1;
    return d[dAt] = index(d, dAt + RING, period, typical);
  }

  /** NaN as long as a cell of the ring is. */
  private static double index(double[] d, int ring, int period, double typical) {
    double sum = 0;
    for (int i = 0; i < period; i++)
      sum += d[ring + i] - typical;
    double mean = sum / period;
    double deviations = 0;
    for (int i = 0; i < period; i++)
      deviations += Math.abs(d[ring + i] - typical - mean);
    double deviation = deviations / period;
    return deviation <= ROUNDED_PLACES * Math.ulp(typical) ? 0 : -mean / (LAMBERT * deviation);
  }
}
