package io.qkt.backtest.golden;

import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.TickColumns;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One generated series.
 *
 * @param file what it is called as a file, under which its digest is kept
 * @param rows as in that file, in milliseconds, cents and whole units of volume
 */
record Made(SeriesKey key, String file, List<long[]> rows) {
  private static final long CENT = Exact.ONE / 100;
  private static final long MICROS = 1_000;
  private static final int PRICE = 1;
  private static final int VOLUME = 2;
  private static final int BID = 3;
  private static final int ASK = 4;

  static Made bars(String symbol, String file, Walk walk) {
    return new Made(SeriesKey.bars(instrument(symbol), Timeframe.parse("1m")), file, walk.rows());
  }

  static Made ticks(String symbol, List<long[]> rows) {
    var file = symbol.substring(0, 3).toLowerCase(Locale.ROOT) + ".csv";
    return new Made(SeriesKey.ticks(instrument(symbol)), file, rows);
  }

  private static Instrument instrument(String symbol) {
    return Instrument.parse("BACKTEST:" + symbol);
  }

  /** The same prices of another instrument. */
  Made as(String instrument) {
    var other = Instrument.parse(instrument);
    return new Made(key.isTicks() ? SeriesKey.ticks(other)
        : SeriesKey.bars(other, key.timeframe().orElseThrow()), file, rows);
  }

  String csv() {
    var text = new StringBuilder(key.isTicks()
        ? "timestamp,symbol,price,volume,bid,ask,bidVolume,askVolume\n"
        : "timestamp,open,high,low,close,volume\n");
    for (var row : rows)
      text.append(key.isTicks() ? tick(row) : bar(row)).append('\n');
    return text.toString();
  }

  private static String bar(long[] row) {
    return "%d,%s,%s,%s,%s,%d".formatted(row[0], price(row[1]), price(row[2]), price(row[3]),
        price(row[4]), row[5]);
  }

  private String tick(long[] row) {
    return "%d,%s,%s,%d,%s,%s,%d,%d".formatted(row[0], key.instrument().symbol(),
        price(row[PRICE]), row[VOLUME], price(row[BID]), price(row[ASK]), row[5], row[6]);
  }

  private static String price(long cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }

  Columns columns() {
    var stored = rows.stream().map(key.isTicks() ? Made::storedTick : Made::storedBar).toList();
    return new Columns() {
      @Override
      public long rows() {
        return stored.size();
      }

      @Override
      public long at(int column, long row) {
        return stored.get((int) row)[column];
      }
    };
  }

  private static long[] storedBar(long[] row) {
    long[] stored = Arrays.stream(row).map(cents -> cents * CENT).toArray();
    stored[Columns.TIME] = row[0] * MICROS;
    stored[stored.length - 1] = row[stored.length - 1] * Exact.ONE;
    return stored;
  }

  private static long[] storedTick(long[] row) {
    var stored = new long[TickColumns.COUNT];
    stored[Columns.TIME] = row[0] * MICROS;
    stored[TickColumns.BID] = row[BID] * CENT;
    stored[TickColumns.ASK] = row[ASK] * CENT;
    stored[TickColumns.LAST] = row[PRICE] * CENT;
    stored[TickColumns.VOLUME] = row[VOLUME] * Exact.ONE;
    return stored;
  }
}
