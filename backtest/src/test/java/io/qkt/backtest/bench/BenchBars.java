package io.qkt.backtest.bench;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;

/** Two years of minutes, without a gap. */
final class BenchBars {
  static final int COUNT = 1_000_800;
  static final BarKey KEY = new BarKey(Instrument.parse("TEST:BTC"), Timeframe.parse("1m"));

  private BenchBars() {}

  static Bar[] walk() {
    var bars = new Bar[COUNT];
    long state = 7;
    long close = 100 * Exact.ONE;
    for (int i = 0; i < COUNT; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      long open = close;
      close = Math.max(Exact.ONE, close + (state >> 40) * 3);
      bars[i] = bar(i, open, close);
    }
    return bars;
  }

  /** On which nothing ever fires. */
  static Bar flat() {
    return bar(0, Exact.ONE, Exact.ONE);
  }

  private static Bar bar(int i, long open, long close) {
    return new Bar(KEY, i * 60_000_000L, (i - 1) * 60_000_000L, open, Math.max(open, close),
        Math.min(open, close), close, Exact.ONE, Bar.ClosedBy.TICK, 0);
  }
}
