package io.qkt.backtest.store;

import io.qkt.core.market.Bar;
import io.qkt.core.market.Bar.ClosedBy;
import io.qkt.core.market.BarKey;

/** Which column of a bar series holds what; its time is the bar's open time. */
public final class BarColumns {
  public static final int OPEN = 1;
  public static final int HIGH = 2;
  public static final int LOW = 3;
  public static final int CLOSE = 4;
  public static final int VOLUME = 5;
  public static final int COUNT = 6;

  private BarColumns() {}

  public static Bar bar(BarKey key, Columns columns, long row) {
    long before = row == 0 ? Bar.NONE : columns.time(row - 1);
    return new Bar(key, columns.time(row), before, columns.at(OPEN, row), columns.at(HIGH, row),
        columns.at(LOW, row), columns.at(CLOSE, row), columns.at(VOLUME, row), ClosedBy.BACKFILL,
        0);
  }
}
