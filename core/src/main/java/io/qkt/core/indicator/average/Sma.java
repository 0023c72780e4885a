package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.window.Rolling;

/** The mean of the last n inputs, in O(1) and without drift, see Rolling. */
public final class Sma extends NamedIndicator {
  public static final Indicator SMA = new Sma();
  public static final int LONGS = 1 + Rolling.LONGS;

  private static final int VALUE = 0;
  private static final int WINDOW = 1;
  private static final int PERIOD = 0;

  private Sma() {
    super("sma", "The mean of the last n values.", Inputs.NUMBER, Parameter.whole("n", 1));
  }

  /** How many doubles one mean of the last n takes. */
  public static int size(int period) {
    return WINDOW + Rolling.doubles(period);
  }

  /** Brings the slots of one mean to their beginning. */
  public static void init(double[] d, int dAt, long[] l, int lAt, int period) {
    d[dAt + VALUE] = Double.NaN;
    l[lAt + PERIOD] = period;
    Rolling.SUM.init(d, dAt + WINDOW, l, lAt + 1, period);
  }

  /** Hot. An undefined input leaves the mean as it was, but the answer to it is undefined. */
  public static double update(double[] d, int dAt, long[] l, int lAt, double input) {
    if (input - input != 0)
      return Double.NaN;
    double sum = Rolling.SUM.update(d, dAt + WINDOW, l, lAt + 1, input);
    return d[dAt + VALUE] = sum / l[lAt + PERIOD];
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return size((int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    init(d, dAt, l, lAt, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    return update(d, dAt, l, lAt, in[0]);
  }
}
