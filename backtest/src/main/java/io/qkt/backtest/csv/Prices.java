package io.qkt.backtest.csv;

import io.qkt.core.money.Exact;

/** What a price and a volume may be at all. */
final class Prices {
  /** A price beyond this is a mistake; and quantities of it still fit into exact money. */
  private static final long PRICE_MAX = 1_000_000_000L * Exact.ONE;
  /** No market moves so far between two rows: a decimal point was lost, or another unit begins. */
  private static final long JUMP = 10;

  private Prices() {}

  static long price(CsvRow row, Layout layout, int column, String name) {
    if (!layout.has(row, column)) {
      throw new IllegalArgumentException("%s must be a price, was empty".formatted(name));
    }
    long price = number(row, layout, column, name);
    if (price <= 0 || price > PRICE_MAX) {
      throw new IllegalArgumentException("%s must be above 0 and at most %s, was %s".formatted(name,
          Exact.text(PRICE_MAX), Exact.text(price)));
    }
    return price;
  }

  /** 0 where the cell is empty. */
  static long volume(CsvRow row, Layout layout, int column) {
    if (!layout.has(row, column)) return 0;
    long volume = number(row, layout, column, "volume");
    if (volume < 0) {
      throw new IllegalArgumentException("volume must be 0 or more, was " + Exact.text(volume));
    }
    return volume;
  }

  private static long number(CsvRow row, Layout layout, int column, String name) {
    try {
      return row.decimal(layout.cell(column));
    } catch (ArithmeticException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
    }
  }

  static void requireNear(long price, long before) {
    if (price / JUMP > before || before / JUMP > price) {
      throw new IllegalArgumentException(
          "a price must be within a factor of %d of the one before, was %s after %s".formatted(JUMP,
              Exact.text(price), Exact.text(before)));
    }
  }
}
