package io.qkt.backtest.run;

import io.qkt.backtest.Replay;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.TickColumns;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.CandleAggregator;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Timeframe;
import java.util.function.Consumer;

/** Ticks as they were. */
final class TickLane extends Lane {
  private final Timeframe grid;
  private long row;

  /**
   * @param grid the timeframe of which every stream of the instrument can be made
   */
  TickLane(SeriesKey key, Columns columns, Period period, Timeframe grid) {
    super(key, columns, period);
    this.grid = grid;
    row = begin;
  }

  @Override
  long time() {
    return row < end ? columns.time(row) : DONE;
  }

  @Override
  void show(Replay replay) {
    replay.onPrice(key.instrument(), TickColumns.quote(columns, row++), PriceSource.TICK);
  }

  @Override
  void before(long from, Consumer<Bar> taker) {
    var aggregator = new CandleAggregator(new BarKey(key.instrument(), grid), Bar.NONE);
    for (long earlier = from; earlier < begin; earlier++)
      give(aggregator.on(TickColumns.quote(columns, earlier)), taker);
    if (from < begin && begin < columns.rows()) {
      give(aggregator.closeByTimer(columns.time(begin)), taker);
    }
  }

  private static void give(Bar closed, Consumer<Bar> taker) {
    if (closed != null) taker.accept(closed);
  }
}
