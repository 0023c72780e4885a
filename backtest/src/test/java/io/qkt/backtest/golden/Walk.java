package io.qkt.backtest.golden;

import java.util.ArrayList;
import java.util.List;

/** A price that wanders, and the bars that it leaves behind. */
final class Walk {
  private final List<long[]> rows = new ArrayList<>();
  private long price;
  private long open;
  private long high;
  private long low;

  Walk(long cents) {
    price = cents;
  }

  long price() {
    return price;
  }

  /** A bar begins where the one before ended. */
  void begin() {
    beginAt(price);
  }

  void beginAt(long cents) {
    price = cents;
    open = cents;
    high = cents;
    low = cents;
  }

  void step(long cents) {
    price += cents;
    high = Math.max(high, price);
    low = Math.min(low, price);
  }

  void end(long time, long volume) {
    rows.add(new long[]{time, open, high, low, price, volume});
  }

  List<long[]> rows() {
    return rows;
  }
}
