package io.qkt.core.indicator.session;

/**
 * 1 once an edge of the session's initial balance was touched and closed back inside, else 0. The
 * session begins each day at {@code hour} UTC and lasts until that hour of the next day; its
 * initial balance is the range of the bars that open in its first {@code minutes}.
 *
 * <p>A touch is enough: a high at or above the edge with a close below it, or the reverse for the
 * low. What is 1 stays so until the session ends. Undefined until the first bar that opens after
 * the balance, which is the first one judged, and in sessions whose first bar does not open exactly
 * on the hour. Decided here: the balance is shorter than the session, or there would never be a
 * value.
 */
public final class InitialBalance extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator DEFENDED_HIGH = new InitialBalance("ib_defended_high", "high",
      1);
  public static final TimedIndicator DEFENDED_LOW = new InitialBalance("ib_defended_low", "low",
      -1);

  private static final int BALANCE_EDGE = 1;
  private static final int BALANCE = 0;
  private static final int WINDOW = 1;

  private final int sign;

  private InitialBalance(String name, String what, int sign) {
    super(name, "1 once the " + what + " of the initial balance was touched and held, else 0.",
        Parameter.whole("hour", 0),
        Parameter.whole("minutes", 1));
    this.sign = sign;
  }

  @Override
  public String misfit(double... args) {
    if (args[1] >= Utc.DAY_MINUTES)
      return "the minutes must be less than a day, 1440, was %.0f".formatted(args[1]);
    return Utc.misfitOfHour("hour", args[0]);
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
    return WINDOW + DailyWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + BALANCE_EDGE] = Double.NaN;
    l[lAt + BALANCE] = (long) args[1] * Utc.MINUTE;
    DailyWindow.init(l, lAt + WINDOW, (long) args[0] * Utc.HOUR, Utc.DAY);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    // The low side is the high side of the prices turned upside down.
    double edge = sign > 0 ? in[HIGH_PRICE] : -in[LOW_PRICE];
    int place = DailyWindow.enter(l, lAt + WINDOW, time);
    if (place != DailyWindow.CONTINUES) {
      d[dAt + BALANCE_EDGE] = place == DailyWindow.STARTS ? edge : Double.NaN;
      return d[dAt] = Double.NaN;
    }
    if (DailyWindow.into(l, lAt + WINDOW, time) < l[lAt + BALANCE]) {
      d[dAt + BALANCE_EDGE] = Math.max(d[dAt + BALANCE_EDGE], edge);
      return Double.NaN;
    }
    return d[dAt] = judge(d[dAt], d[dAt + BALANCE_EDGE], edge, sign * in[CLOSE]);
  }

  private static double judge(double before, double balance, double edge, double close) {
    if (balance != balance || before == 1)
      return before;
    return edge >= balance && close < balance ? 1 : 0;
  }
}
