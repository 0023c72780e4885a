package io.qkt.core.indicator.session;

/**
 * The mean of the typical price {@code (high + low + close) / 3} since {@code hour} UTC, weighted
 * by volume, and its population standard deviation.
 *
 * <p>Only in sessions whose first bar opens exactly on the hour, with volume or without; the value
 * begins with the first bar that has volume, and a bar without leaves it as it is. Mean and spread
 * follow each bar by its distance from the mean so far, so nothing is ever subtracted from a large
 * sum and nothing drifts.
 */
public final class SessionVwap extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator VWAP = new SessionVwap("vwap_session",
      "The volume-weighted typical price since an hour of the day in UTC.");
  public static final TimedIndicator STDEV = new SessionVwap("vwap_session_stdev",
      "The volume-weighted spread of the typical price since an hour of the day in UTC.");

  private static final int WEIGHT = 1;
  private static final int MEAN = 2;
  private static final int SQUARES = 3;

  private SessionVwap(String name, String summary) {
    super(name, summary,
        Parameter.whole("hour", 0));
  }

  @Override
  public String misfit(double... args) {
    return Utc.misfitOfHour("hour", args[0]);
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
    begin(d, dAt, Double.NaN);
    DailyWindow.init(l, lAt, (long) args[0] * Utc.HOUR, Utc.DAY);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int place = DailyWindow.enter(l, lAt, time);
    if (place != DailyWindow.CONTINUES)
      begin(d, dAt, place == DailyWindow.STARTS ? 0 : Double.NaN);
    if (in[VOLUME] > 0)
      add(d, dAt, in[VOLUME], (in[HIGH_PRICE] + in[LOW_PRICE] + in[CLOSE]) / 3);
    return d[dAt];
  }

  /** A weight of NaN makes everything of a session that was joined late undefined. */
  private static void begin(double[] d, int dAt, double weight) {
    d[dAt] = Double.NaN;
    d[dAt + WEIGHT] = weight;
    d[dAt + MEAN] = 0;
    d[dAt + SQUARES] = 0;
  }

  private void add(double[] d, int dAt, double volume, double price) {
    double weight = d[dAt + WEIGHT] += volume;
    double distance = price - d[dAt + MEAN];
    double mean = d[dAt + MEAN] += distance * (volume / weight);
    double squares = d[dAt + SQUARES] += volume * distance * (price - mean);
    // Beside a volume far larger than all before, rounding can leave the squares below zero.
    d[dAt] = this == VWAP ? mean : Math.sqrt(Math.max(0, squares / weight));
  }
}
