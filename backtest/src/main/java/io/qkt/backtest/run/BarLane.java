package io.qkt.backtest.run;

import io.qkt.backtest.BarWalk;
import io.qkt.backtest.Replay;
import io.qkt.backtest.store.BarColumns;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import java.util.function.Consumer;

/** Bars, shown corner by corner. */
final class BarLane extends Lane {
  private final BarKey bars;
  private final BarWalk walk = new BarWalk();
  private long row;

  BarLane(SeriesKey key, Columns columns, Period period) {
    super(key, columns, period);
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
  void show(Replay replay) {
    walk.show(replay);
    if (walk.isDone()) beginNext();
  }

  @Override
  void before(long from, Consumer<Bar> taker) {
    for (long earlier = from; earlier < begin; earlier++)
      taker.accept(BarColumns.bar(bars, columns, earlier));
  }
}
