package io.qkt.backtest.bench;

import io.qkt.core.money.Exact;

/** The two averages, what is held, and its equity with its drawdown, with nothing around them. */
final class CrossByHand {
  private static final int FAST = 9;
  private static final int SLOW = 21;

  private int bars;
  private double fast;
  private double slow;
  private int above;
  private long position;
  private long cash;
  private long fills;
  private long peak;
  private long drawdown;

  /** A bar closes at {@code price}, and a quote comes that an order meets. */
  void close(long price, long bid, long ask) {
    double close = Exact.toDouble(price);
    fast = BarLoops.ema(fast, close, bars, FAST);
    slow = BarLoops.ema(slow, close, bars, SLOW);
    if (bars++ < SLOW - 1) return;
    int now = fast > slow ? 2 : 1;
    boolean trades = above != 0 && now != above && (now == 2) == (position == 0);
    above = now;
    if (!trades) return;
    position = now == 2 ? 1 : 0;
    cash -= position == 1 ? ask : -bid;
    fills++;
  }

  void mark(long bid) {
    long equity = cash + position * bid;
    peak = Math.max(peak, equity);
    drawdown = Math.max(drawdown, peak - equity);
  }

  long fills() {
    return drawdown < 0 ? 0 : fills;
  }
}
