package io.qkt.core.market;

/**
 * A closed bar. It is stored once and everybody sees the stored one; {@code prevOpenTime} is the
 * open time of the bar stored before it ({@link #NONE} for the first), so that a reader can tell a
 * gap.
 *
 * @param bid of the last quote in it, 0 where the feed has none; so {@code ask}
 * @param closedAt the time of the quote that closed it, its end where none did
 */
public record Bar(BarKey key, long openTime, long prevOpenTime, long open, long high, long low,
    long close, long volume, ClosedBy closedBy, int lateTicks, long bid, long ask, long closedAt) {

  /** The {@code prevOpenTime} of a first bar, and the position of a reader who has read nothing. */
  public static final long NONE = Long.MIN_VALUE;

  /** What ended a bar. */
  public enum ClosedBy {
    TICK, TIMER, BACKFILL
  }

  /** One of which nothing is known but its prices. */
  public Bar(BarKey key, long openTime, long prevOpenTime, long open, long high, long low,
      long close, long volume, ClosedBy closedBy, int lateTicks) {
    this(key, openTime, prevOpenTime, open, high, low, close, volume, closedBy, lateTicks, 0, 0,
        openTime + key.timeframe().micros());
  }

  public long endTime() {
    return openTime + key.timeframe().micros();
  }

  public Bar after(long prevOpenTime) {
    return new Bar(key, openTime, prevOpenTime, open, high, low, close, volume, closedBy,
        lateTicks, bid, ask, closedAt);
  }
}
