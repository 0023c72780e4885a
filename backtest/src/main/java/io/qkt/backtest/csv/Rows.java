package io.qkt.backtest.csv;

import java.util.List;

/** How one kind of rows is read and checked. */
interface Rows {
  /** In the order in which they stand in a file without a header. */
  List<String> columns();

  /** Those that every file must have, which are the first ones. */
  List<String> needed();

  /**
   * Reads all but the time, which is read already, into a stored row.
   *
   * @throws IllegalArgumentException that says what must be and was not
   */
  void read(CsvRow row, Layout layout, long[] into);

  /** The price that a row begins with, and the one that it leaves. */
  long first(long[] row);

  long last(long[] row);
}
