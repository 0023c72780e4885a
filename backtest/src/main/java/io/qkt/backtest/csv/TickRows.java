package io.qkt.backtest.csv;

import io.qkt.backtest.store.TickColumns;
import io.qkt.core.money.Exact;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows that are ticks: a last price, or bid and ask, or all three. What size stood at bid and ask
 * is checked for nothing and not kept, since no quote of ours has it.
 */
final class TickRows implements Rows {
  private static final List<String> NEEDED = List.of("timestamp");
  private static final List<String> COLUMNS = List.of("timestamp", "symbol", "price", "volume",
      "bid", "ask", "bidVolume", "askVolume");
  private static final int SYMBOL = 1;
  private static final int PRICE = 2;
  private static final int VOLUME = 3;
  private static final int BID = 4;
  private static final int ASK = 5;

  private byte[] symbol;

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
    requireOneSymbol(row, layout);
    boolean hasBid = layout.has(row, BID);
    boolean hasAsk = layout.has(row, ASK);
    if (hasBid != hasAsk || !hasBid && !layout.has(row, PRICE)) {
      throw new IllegalArgumentException("a tick must have a price, or bid and ask, had %s"
          .formatted(hasBid ? "bid alone" : hasAsk ? "ask alone" : "none"));
    }
    into[TickColumns.LAST] = layout.has(row, PRICE) ? Prices.price(row, layout, PRICE, "price") : 0;
    into[TickColumns.BID] = hasBid ? Prices.price(row, layout, BID, "bid") : 0;
    into[TickColumns.ASK] = hasAsk ? Prices.price(row, layout, ASK, "ask") : 0;
    into[TickColumns.VOLUME] = Prices.volume(row, layout, VOLUME);
    if (into[TickColumns.BID] > into[TickColumns.ASK]) {
      throw new IllegalArgumentException("bid must be at most ask, was %s over %s".formatted(
          Exact.text(into[TickColumns.BID]), Exact.text(into[TickColumns.ASK])));
    }
  }

  /** Ticks of two markets in one series would be a market that jumps between them. */
  private void requireOneSymbol(CsvRow row, Layout layout) {
    if (!layout.has(row, SYMBOL)) return;
    int cell = layout.cell(SYMBOL);
    if (symbol == null) symbol = row.text(cell).getBytes(StandardCharsets.UTF_8);
    if (!row.holds(cell, symbol)) {
      throw new IllegalArgumentException("all ticks must be of the symbol '%s', was '%s'".formatted(
          new String(symbol, StandardCharsets.UTF_8), row.text(cell)));
    }
  }

  @Override
  public long first(long[] row) {
    return row[TickColumns.LAST] != 0 ? row[TickColumns.LAST] : row[TickColumns.BID];
  }

  @Override
  public long last(long[] row) {
    return first(row);
  }
}
