package io.qkt.backtest.run;

import io.qkt.backtest.Prices;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.Timeframe;

/** Stored prices of one instrument on their way into a replay: those of some rows of its series. */
abstract class Lane {
  /** The time of a lane that has nothing more. */
  static final long DONE = Long.MAX_VALUE;

  final SeriesKey key;
  final Columns columns;
  final long begin;
  final long end;

  Lane(SeriesKey key, Columns columns, long begin, long end) {
    this.key = key;
    this.columns = columns;
    this.begin = begin;
    this.end = end;
  }

  static Lane of(SeriesKey key, Columns columns, long begin, long end) {
    return key.isTicks()
        ? new TickLane(key, columns, begin, end)
        : new BarLane(key, columns, begin, end);
  }

  /** When the next price was seen, or {@link #DONE}. */
  abstract long time();

  /** Shows the next price. */
  abstract void show(Prices shown);

  /** The rows from {@code from} on that come before those of this lane. */
  final Lane before(long from) {
    return of(key, columns, from, begin);
  }

  /**
   * From which row on the time before this lane holds {@code bars} bars of a timeframe. A bar that
   * has begun when the lane begins is not one of them.
   */
  final long historyOf(Timeframe timeframe, int bars) {
    if (bars == 0) return begin;
    long row = begin;
    long window = timeframe.floor(columns.time(begin));
    int seen = 0;
    for (; row > 0; row--) {
      long earlier = timeframe.floor(columns.time(row - 1));
      if (earlier == window) continue;
      if (seen++ == bars) break;
      window = earlier;
    }
    return row;
  }

  final long rows() {
    return end - begin;
  }

  final long firstTime() {
    return columns.time(begin);
  }

  final long lastTime() {
    return columns.time(end - 1);
  }
}
