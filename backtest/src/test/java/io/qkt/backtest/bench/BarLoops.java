package io.qkt.backtest.bench;

import io.qkt.core.market.Bar;
import io.qkt.core.money.Exact;

/** What {@link BenchText} says, written by hand with all state in locals and arrays. */
final class BarLoops {
  private static final int FAST = 9;
  private static final int SLOW = 21;

  private BarLoops() {}

  /** How often it traded. */
  static long cross(Bar[] bars) {
    double fast = 0;
    double slow = 0;
    int above = 0;
    long position = 0;
    long cash = 0;
    long fills = 0;
    for (int i = 0; i + 1 < bars.length; i++) {
      double close = Exact.toDouble(bars[i].close());
      fast = ema(fast, close, i, FAST);
      slow = ema(slow, close, i, SLOW);
      if (i < SLOW - 1) continue;
      int now = fast > slow ? 2 : 1;
      boolean trades = above != 0 && now != above && (now == 2) == (position == 0);
      above = now;
      if (!trades) continue;
      position = now == 2 ? 1 : 0;
      cash -= (2 * position - 1) * bars[i + 1].open();
      fills++;
    }
    return cash == Long.MIN_VALUE ? 0 : fills;
  }

  static double ema(double before, double close, int i, int period) {
    if (i < period - 1) return before + close;
    if (i == period - 1) return (before + close) / period;
    double a = 2.0 / (period + 1);
    return a * close + (1 - a) * before;
  }

  /** How often the one with eight averages traded. */
  static long heavy(Bar[] bars) {
    var averages = new double[8];
    int warm = BenchText.period(7) - 1;
    long position = 0;
    long cash = 0;
    long fills = 0;
    for (int i = 0; i + 1 < bars.length; i++) {
      double close = Exact.toDouble(bars[i].close());
      for (int k = 0; k < averages.length; k++)
        averages[k] = ema(averages[k], close, i, BenchText.period(k));
      if (i < warm || !isOrdered(averages, position)) continue;
      position = 1 - position;
      cash -= (2 * position - 1) * bars[i + 1].open();
      fills++;
    }
    return cash == Long.MIN_VALUE ? 0 : fills;
  }

  private static boolean isOrdered(double[] averages, long position) {
    for (int k = 1; k < averages.length; k++) {
      double over = averages[k - 1] - averages[k];
      if (position == 0 ? over <= 1e-12 * averages[k] : over >= -1e-12 * averages[k]) return false;
    }
    return true;
  }
}
