package io.qkt.core.indicator.session;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.window.Rolling;

/**
 * 1 for {@code arm} bars after a break of the recent range has failed, else 0. A bar that trades
 * beyond the extreme of the {@code range} bars before it pokes; a close back inside that extreme,
 * frozen at the poke, within {@code reclaim} bars after it makes the break a failed one.
 *
 * <p>On each bar, in this order: the arming counts down; a poke ages and either fails, which arms
 * (this bar is the first of the armed ones), or holds for long enough to be no poke any more; a new
 * poke begins, if there is none and nothing is armed. So a close back inside on the poking bar
 * itself does not count. Decided here: to poke is to trade beyond the extreme and not only at it,
 * and inside is short of it and not at it. The first value comes with the first bar that has
 * {@code range} bars before it, so after {@code range + 1}.
 */
public final class FailedBreak extends CandleIndicator {
  public static final Indicator HIGH = new FailedBreak("failed_break_high", "high", 1);
  public static final Indicator LOW = new FailedBreak("failed_break_low", "low", -1);

  private static final int LEVEL = 1;
  private static final int EXTREME = 2;
  private static final int PRICES = 3;
  private static final int RECLAIM = 0;
  private static final int ARM = 1;
  private static final int AGE = 2;
  private static final int ARMED = 3;
  private static final int WINDOW = 4;

  private final int sign;

  private FailedBreak(String name, String what, int sign) {
    super(name, "1 for some bars after a break of the recent " + what + " has failed, else 0.",
        Parameter.whole("range", 1),
        Parameter.whole("reclaim", 1),
        Parameter.whole("arm", 1));
    this.sign = sign;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    return PRICES + Rolling.doubles((int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return WINDOW + Rolling.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + LEVEL] = Double.NaN;
    l[lAt + RECLAIM] = (long) args[1];
    l[lAt + ARM] = (long) args[2];
    l[lAt + AGE] = 0;
    l[lAt + ARMED] = 0;
    d[dAt + EXTREME] = Double.NaN;
    Rolling.MAX.init(d, dAt + PRICES, l, lAt + WINDOW, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    // The low side is the high side of the prices turned upside down.
    double edge = sign > 0 ? in[HIGH_PRICE] : -in[LOW_PRICE];
    if (isDefined(d[dAt + EXTREME]))
      d[dAt] = judge(d, dAt, l, lAt, edge, sign * in[CLOSE]);
    d[dAt + EXTREME] = Rolling.MAX.update(d, dAt + PRICES, l, lAt + WINDOW, edge);
    return d[dAt];
  }

  private static double judge(double[] d, int dAt, long[] l, int lAt, double edge, double close) {
    if (l[lAt + ARMED] > 0)
      l[lAt + ARMED]--;
    if (isDefined(d[dAt + LEVEL]))
      age(d, dAt, l, lAt, close);
    double extreme = d[dAt + EXTREME];
    if (!isDefined(d[dAt + LEVEL]) && l[lAt + ARMED] == 0 && edge > extreme) {
      d[dAt + LEVEL] = extreme;
      l[lAt + AGE] = 0;
    }
    return l[lAt + ARMED] > 0 ? 1 : 0;
  }

  private static void age(double[] d, int dAt, long[] l, int lAt, double close) {
    l[lAt + AGE]++;
    boolean inside = close < d[dAt + LEVEL];
    if (inside)
      l[lAt + ARMED] = l[lAt + ARM];
    if (inside || l[lAt + AGE] >= l[lAt + RECLAIM])
      d[dAt + LEVEL] = Double.NaN;
  }

  private static boolean isDefined(double value) {
    return value == value;
  }
}
