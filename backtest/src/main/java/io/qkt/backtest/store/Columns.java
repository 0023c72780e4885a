package io.qkt.backtest.store;

/** Rows of exact numbers. Column 0 is the time in epoch microseconds, later in each row. */
public interface Columns {
  int TIME = 0;

  long rows();

  long at(int column, long row);

  default long time(long row) {
    return at(TIME, row);
  }

  /** The first row that is not earlier than {@code time}; as many as there are rows if all are. */
  default long firstFrom(long time) {
    long low = 0;
    long high = rows();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (time(middle) < time) low = middle + 1;
      else
        high = middle;
    }
    return low;
  }
}
