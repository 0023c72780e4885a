package io.qkt.core.indicator.session;

/**
 * The sum of the returns of the last completed days' windows from {@code start} to just before
 * {@code end}, each from the open of its first bar to the close of its last.
 *
 * <p>A day is added by the first bar inside the next window; days whose first bar in the window
 * does not open exactly at its start are skipped. The end may be hour 24. The sum is computed anew
 * from the kept returns whenever a day is added, which is once a day, so it cannot drift.
 */
public final class SessionMomentum extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator SESSION_MOMENTUM = new SessionMomentum();

  private static final int FIRST_OPEN = 1;
  private static final int LAST_CLOSE = 2;
  private static final int RETURNS = 3;
  private static final int DAYS = 0;
  private static final int ADDED = 1;
  private static final int WINDOW = 2;

  private SessionMomentum() {
    super("session_momentum", "The sum of the returns of the last days between two UTC hours.",
        Parameter.whole("start hour", 0),
        Parameter.whole("end hour", 0),
        Parameter.whole("days", 1));
  }

  @Override
  public String misfit(double... args) {
    if (args[1] > 24)
      return "the end hour must be at most 24, was %.0f".formatted(args[1]);
    if (args[0] >= args[1])
      return "the start hour must be before the end hour, %.0f, was %.0f".formatted(args[1],
          args[0]);
    return null;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[2] + 1;
  }

  @Override
  public long warmUpMinutes(double... args) {
    return (long) (Utc.DAY_MINUTES * args[2]);
  }

  @Override
  public int doubles(double... args) {
    return (int) (RETURNS + args[2]);
  }

  @Override
  public int longs(double... args) {
    return WINDOW + DailyWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int days = (int) args[2];
    d[dAt] = Double.NaN;
    d[dAt + FIRST_OPEN] = Double.NaN;
    d[dAt + LAST_CLOSE] = Double.NaN;
    for (int i = 0; i < days; i++)
      d[dAt + RETURNS + i] = 0;
    l[lAt + DAYS] = days;
    l[lAt + ADDED] = 0;
    long start = (long) args[0] * Utc.HOUR;
    DailyWindow.init(l, lAt + WINDOW, start, (long) args[1] * Utc.HOUR - start);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int place = DailyWindow.enter(l, lAt + WINDOW, time);
    if (place == DailyWindow.OUTSIDE)
      return d[dAt];
    if (place != DailyWindow.CONTINUES) {
      double ratio = d[dAt + LAST_CLOSE] / d[dAt + FIRST_OPEN];
      // Neither a day joined late, whose open is NaN, nor one that opened at zero.
      if (ratio - ratio == 0)
        add(d, dAt, l, lAt, ratio - 1);
      d[dAt + FIRST_OPEN] = place == DailyWindow.STARTS ? in[OPEN] : Double.NaN;
    }
    d[dAt + LAST_CLOSE] = in[CLOSE];
    return d[dAt];
  }

  private static void add(double[] d, int dAt, long[] l, int lAt, double dayReturn) {
    int days = (int) l[lAt + DAYS];
    d[dAt + RETURNS + (int) (l[lAt + ADDED]++ % days)] = dayReturn;
    if (l[lAt + ADDED] < days)
      return;
    double sum = 0;
    for (int i = 0; i < days; i++)
      sum += d[dAt + RETURNS + i];
    d[dAt] = sum;
  }
}
