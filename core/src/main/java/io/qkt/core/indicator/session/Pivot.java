package io.qkt.core.indicator.session;

/**
 * The pivot of the latest complete UTC day, {@code p = (high + low + close) / 3}, and its first
 * resistance and support, {@code r1 = 2p - low} and {@code s1 = 2p - high}.
 *
 * <p>Decided here: a day is complete if its first bar opens at 00:00 and a bar of a later day has
 * come, as for the other windows of this package. A day that was joined late (the first one of a
 * run, or the Sunday evening of a currency market) does not count, and the levels of the last
 * complete day stay in force: on such a market Monday trades against Friday and not against two
 * hours.
 */
public final class Pivot extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator P = new Pivot("pivot_p", "The mean of", 0, 0, 1);
  public static final TimedIndicator R1 = new Pivot("pivot_r1", "The first resistance over", 0, -1,
      2);
  public static final TimedIndicator S1 = new Pivot("pivot_s1", "The first support under", -1, 0,
      2);

  private static final int DAY_HIGH = 1;
  private static final int DAY_LOW = 2;
  private static final int DAY_CLOSE = 3;

  private final int highs;
  private final int lows;
  private final int pivots;

  /** Each level is a sum of so many highs, lows and pivots. */
  private Pivot(String name, String what, int highs, int lows, int pivots) {
    super(name, what + " the high, low and close of the latest complete UTC day.");
    this.highs = highs;
    this.lows = lows;
    this.pivots = pivots;
  }

  @Override
  public int warmUp(double... args) {
    return 2;
  }

  @Override
  public long warmUpMinutes(double... args) {
    return Utc.DAY_MINUTES;
  }

  @Override
  public int doubles(double... args) {
    return 4;
  }

  @Override
  public int longs(double... args) {
    return DailyWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    begin(d, dAt, Double.NaN, Double.NaN, Double.NaN);
    DailyWindow.init(l, lAt, 0, Utc.DAY);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int place = DailyWindow.enter(l, lAt, time);
    if (place == DailyWindow.CONTINUES) {
      // The high of a day joined late is NaN and stays so.
      d[dAt + DAY_HIGH] = Math.max(d[dAt + DAY_HIGH], in[HIGH_PRICE]);
      d[dAt + DAY_LOW] = Math.min(d[dAt + DAY_LOW], in[LOW_PRICE]);
      d[dAt + DAY_CLOSE] = in[CLOSE];
      return d[dAt];
    }
    complete(d, dAt);
    double whole = place == DailyWindow.STARTS ? 0 : Double.NaN;
    begin(d, dAt, in[HIGH_PRICE] + whole, in[LOW_PRICE] + whole, in[CLOSE]);
    return d[dAt];
  }

  private void complete(double[] d, int dAt) {
    double high = d[dAt + DAY_HIGH];
    double low = d[dAt + DAY_LOW];
    if (high == high)
      d[dAt] = pivots * ((high + low + d[dAt + DAY_CLOSE]) / 3) + highs * high + lows * low;
  }

  private static void begin(double[] d, int dAt, double high, double low, double close) {
    d[dAt + DAY_HIGH] = high;
    d[dAt + DAY_LOW] = low;
    d[dAt + DAY_CLOSE] = close;
  }
}
