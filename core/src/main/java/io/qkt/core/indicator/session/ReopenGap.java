package io.qkt.core.indicator.session;

/**
 * What a market left open while it was shut: after more than so many hours without a bar, the open
 * of the reopening bar less the close before it; that close itself; and the part of the gap that
 * the current close has taken back, {@code (reopen - close) / gap}: 0 at the reopening, 1 where the
 * gap is closed, undefined for a gap of nothing. They stand until the next reopening.
 *
 * <p>Decided here: hours without a bar count from the <em>end</em> of the last bar, so that the
 * same hours find the same gaps at every length of bars, and bars of four hours are no gaps of one.
 * The end is not known, so the shortest distance between two opens seen so far stands for the
 * length of a bar. Therefore the very first distance is never a gap.
 */
public final class ReopenGap extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator GAP = new ReopenGap("reopen_gap",
      "The open after a pause of more than so many hours, less the close before it.");
  public static final TimedIndicator ORIGIN = new ReopenGap("reopen_gap_origin",
      "The close before a pause of more than so many hours.");
  public static final TimedIndicator FILL_FRACTION = new ReopenGap("gap_fill_fraction",
      "The part of the gap after a pause that the close has taken back, 1 where it is closed.");

  private static final int LAST_CLOSE = 1;
  private static final int REOPEN = 2;
  private static final int BEFORE = 3;
  private static final int PAUSE = 0;
  private static final int LAST_TIME = 1;
  private static final int SHORTEST = 2;
  private static final long NO_TIME = Long.MIN_VALUE;

  private ReopenGap(String name, String summary) {
    super(name, summary,
        Parameter.whole("hours", 1));
  }

  @Override
  public int warmUp(double... args) {
    return 3;
  }

  @Override
  public long warmUpMinutes(double... args) {
    return (long) (60 * args[0]);
  }

  @Override
  public int doubles(double... args) {
    return 4;
  }

  @Override
  public int longs(double... args) {
    return 3;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + LAST_CLOSE] = Double.NaN;
    d[dAt + REOPEN] = Double.NaN;
    d[dAt + BEFORE] = Double.NaN;
    l[lAt + PAUSE] = (long) args[0] * Utc.HOUR;
    l[lAt + LAST_TIME] = NO_TIME;
    l[lAt + SHORTEST] = Long.MAX_VALUE;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (reopens(l, lAt, time)) {
      d[dAt + REOPEN] = in[OPEN];
      d[dAt + BEFORE] = d[dAt + LAST_CLOSE];
    }
    d[dAt + LAST_CLOSE] = in[CLOSE];
    return d[dAt] = read(d[dAt + REOPEN], d[dAt + BEFORE], in[CLOSE]);
  }

  private static boolean reopens(long[] l, int lAt, long time) {
    long last = l[lAt + LAST_TIME];
    l[lAt + LAST_TIME] = time;
    if (last == NO_TIME)
      return false;
    long distance = time - last;
    l[lAt + SHORTEST] = Math.min(l[lAt + SHORTEST], distance);
    return distance - l[lAt + SHORTEST] > l[lAt + PAUSE];
  }

  private double read(double reopen, double before, double close) {
    if (this == ORIGIN)
      return before;
    double gap = reopen - before;
    if (this == GAP)
      return gap;
    return gap == 0 ? Double.NaN : (reopen - close) / gap;
  }
}
