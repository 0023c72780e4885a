package io.qkt.core.indicator.session;

/**
 * The high or low of the latest completed daily window from {@code start} to just before
 * {@code end}, which may lie after midnight.
 *
 * <p>A window counts only if its first bar opens exactly at its start, and it is completed by the
 * first bar that opens outside it: at that bar's close the value changes. Decided here: an end of
 * 24:00 is midnight, so that 0:00 to 24:00 is the whole day; an end equal to the start is refused,
 * because it could mean nothing or everything.
 */
public final class SessionRange extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator HIGH = new SessionRange("session_range_high", "high", 1);
  public static final TimedIndicator LOW = new SessionRange("session_range_low", "low", -1);

  private static final int EXTREME = 1;

  private final int sign;

  private SessionRange(String name, String what, int sign) {
    super(name, "The " + what + " of the latest completed daily window in UTC.",
        Parameter.whole("start hour", 0),
        Parameter.whole("start minute", 0),
        Parameter.whole("end hour", 0),
        Parameter.whole("end minute", 0));
    this.sign = sign;
  }

  @Override
  public String misfit(double... args) {
    String misfit = Utc.misfitOfHour("start hour", args[0]);
    if (misfit != null)
      return misfit;
    if (args[1] > 59)
      return "the start minute must be from 0 to 59, was %.0f".formatted(args[1]);
    if (args[3] > 59)
      return "the end minute must be from 0 to 59, was %.0f".formatted(args[3]);
    if (end(args) > Utc.DAY_MINUTES)
      return "the end must be at most 24:00, was %.0f:%02.0f".formatted(args[2], args[3]);
    if (start(args) == end(args))
      return ("the end must differ from the start, %1$.0f:%2$02.0f, was %1$.0f:%2$02.0f;"
          + " 0, 0, 24, 0 is the whole day").formatted(args[0], args[1]);
    return null;
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
    return 2;
  }

  @Override
  public int longs(double... args) {
    return DailyWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + EXTREME] = Double.NaN;
    long length = end(args) - start(args);
    if (length < 0)
      length += Utc.DAY_MINUTES;
    DailyWindow.init(l, lAt, start(args) * Utc.MINUTE, length * Utc.MINUTE);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    // A low is the high of the prices turned upside down.
    double edge = sign > 0 ? in[HIGH_PRICE] : -in[LOW_PRICE];
    int place = DailyWindow.enter(l, lAt, time);
    if (place == DailyWindow.CONTINUES) {
      d[dAt + EXTREME] = Math.max(d[dAt + EXTREME], edge);
      return d[dAt];
    }
    complete(d, dAt);
    d[dAt + EXTREME] = place == DailyWindow.STARTS ? edge : Double.NaN;
    return d[dAt];
  }

  /** NaN is the extreme of a window joined late, and of one that has been completed. */
  private void complete(double[] d, int dAt) {
    double extreme = d[dAt + EXTREME];
    if (extreme == extreme)
      d[dAt] = sign * extreme;
  }

  private static long start(double[] args) {
    return (long) (60 * args[0] + args[1]);
  }

  private static long end(double[] args) {
    return (long) (60 * args[2] + args[3]);
  }
}
