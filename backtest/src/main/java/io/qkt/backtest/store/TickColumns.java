package io.qkt.backtest.store;

import io.qkt.core.market.Quote;

/** Which column of a tick series holds what; a price is 0 where the feed had none. */
public final class TickColumns {
  public static final int BID = 1;
  public static final int ASK = 2;
  public static final int LAST = 3;
  public static final int VOLUME = 4;
  public static final int COUNT = 5;

  private TickColumns() {}

  public static Quote quote(Columns columns, long row) {
    return new Quote(columns.time(row), columns.at(BID, row), columns.at(ASK, row),
        columns.at(LAST, row), columns.at(VOLUME, row));
  }
}
