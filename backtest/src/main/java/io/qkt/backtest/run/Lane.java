package io.qkt.backtest.run;

import io.qkt.backtest.Replay;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.Bar;
import io.qkt.core.market.Timeframe;
import java.util.function.Consumer;

/** The stored prices of one instrument on their way into a replay. */
abstract class Lane {
  /** The time of a lane that has nothing more. */
  static final long DONE = Long.MAX_VALUE;

  final SeriesKey key;
  final Columns columns;
  final long begin;
  final long end;

  Lane(SeriesKey key, Columns columns, Period period) {
    this.key = key;
    this.columns = columns;
    begin = columns.firstFrom(period.from());
    end = columns.firstFrom(period.to());
  }

  /** When the next price was seen, or {@link #DONE}. */
  abstract long time();

  /** Shows the next price. */
  abstract void show(Replay replay);

  /** Gives the bars that lie before the period, from row {@code from} on. */
  abstract void before(long from, Consumer<Bar> taker);

  /**
   * From which row on the time before the period holds {@code bars} bars of a timeframe. A bar that
   * has begun when the period begins is not one of them.
   */
  final long historyOf(Timeframe timeframe, int bars) {
    if (bars == 0 || begin == columns.rows()) return begin;
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

  final boolean isEmpty() {
    return begin >= end;
  }

  final long rows() {
    return end - begin;
  }
}
