package io.qkt.backtest.run;

import io.qkt.backtest.Prices;
import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.TickColumns;
import io.qkt.core.market.PriceSource;

/** Ticks as they were. */
final class TickLane extends Lane {
  private long row;

  TickLane(SeriesKey key, Columns columns, long begin, long end) {
    super(key, columns, begin, end);
    row = begin;
  }

  @Override
  long time() {
    return row < end ? columns.time(row) : DONE;
  }

  @Override
  void show(Prices shown) {
    shown.onPrice(key.instrument(), TickColumns.quote(columns, row++), PriceSource.TICK);
  }
}
