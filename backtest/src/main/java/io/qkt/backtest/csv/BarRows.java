package io.qkt.backtest.csv;

import io.qkt.backtest.store.BarColumns;
import io.qkt.backtest.store.Columns;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import java.util.List;

/** Rows that are bars of one timeframe, stamped with their open. */
final class BarRows implements Rows {
  private static final List<String> NEEDED = List.of("timestamp", "open", "high", "low", "close");
  private static final List<String> COLUMNS = List.of("timestamp", "open", "high", "low", "close",
      "volume");

  private final Timeframe timeframe;

  BarRows(Timeframe timeframe) {
    this.timeframe = timeframe;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> needed() {
    return NEEDED;
  }

  @Override
  public void read(CsvRow row, Layout layout, long[] into) {
    if (timeframe.floor(into[Columns.TIME]) != into[Columns.TIME]) {
      throw new IllegalArgumentException("the open of a %s bar must lie on the grid of %s, was %s"
          .formatted(timeframe, timeframe, row.text(layout.cell(0))));
    }
    for (int column = BarColumns.OPEN; column <= BarColumns.CLOSE; column++)
      into[column] = Prices.price(row, layout, column, COLUMNS.get(column));
    into[BarColumns.VOLUME] = Prices.volume(row, layout, BarColumns.VOLUME);
    requireOrder(into, BarColumns.HIGH, BarColumns.LOW);
    requireOrder(into, BarColumns.HIGH, BarColumns.OPEN);
    requireOrder(into, BarColumns.HIGH, BarColumns.CLOSE);
    requireOrder(into, BarColumns.OPEN, BarColumns.LOW);
    requireOrder(into, BarColumns.CLOSE, BarColumns.LOW);
  }

  private static void requireOrder(long[] bar, int upper, int lower) {
    if (bar[upper] < bar[lower]) {
      throw new IllegalArgumentException("%s must be at least %s, was %s under %s".formatted(
          COLUMNS.get(upper), COLUMNS.get(lower), Exact.text(bar[upper]),
          Exact.text(bar[lower])));
    }
  }

  @Override
  public long first(long[] row) {
    return row[BarColumns.OPEN];
  }

  @Override
  public long last(long[] row) {
    return row[BarColumns.CLOSE];
  }
}
