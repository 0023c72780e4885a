package io.qkt.backtest.run;

import io.qkt.backtest.BarWalk;
import io.qkt.backtest.Prices;
import io.qkt.backtest.store.BarColumns;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.BarKey;

/** Bars, shown corner by corner. */
final class BarLane extends Lane {
  private final BarKey bars;
  private final BarWalk walk = new BarWalk();
  private long row;

  BarLane(SeriesKey key, Columns columns, long begin, long end) {
    super(key, columns, begin, end);
    bars = new BarKey(key.instrument(), key.timeframe().orElseThrow());
    row = begin;
    beginNext();
  }

  private void beginNext() {
    if (row < end) walk.begin(BarColumns.bar(bars, columns, row++));
  }

  @Override
  long time() {
    return walk.isDone() ? DONE : walk.time();
  }

  @Override
  void show(Prices shown) {
    walk.show(shown);
    if (walk.isDone()) beginNext();
  }
}
