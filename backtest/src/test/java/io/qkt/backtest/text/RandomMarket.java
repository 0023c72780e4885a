package io.qkt.backtest.text;

import io.qkt.backtest.ReplayLoop;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.BarPath;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import java.util.ArrayList;
import java.util.List;

/**
 * Two markets over one stretch of bars, that walk around 100, jump now and then and pause now and
 * then; shown as bars, or as ticks with or without two sides.
 */
final class RandomMarket {
  private static final Instrument BTC = Instrument.parse("TEST:BTC");
  private static final Instrument ETH = Instrument.parse("TEST:ETH");
  private static final long MINUTE = 60_000_000;
  /** A Thursday in March at midnight UTC, three days before the clocks of New York change. */
  private static final long START = 1_772_668_800_000_000L;

  private final Cases cases;
  private final Timeframe timeframe;
  private final boolean asTicks;
  private final boolean hasSides;
  private final long[] closes = {100 * Exact.ONE, 100 * Exact.ONE};

  private RandomMarket(long seed) {
    cases = new Cases(~seed);
    timeframe = Timeframe.parse(minutes(seed) + "m");
    asTicks = cases.oneIn(2);
    hasSides = cases.oneIn(2);
  }

  /** How long a bar is. */
  static int minutes(long seed) {
    return new Cases(seed * 31 + 7).oneOf(1, 5, 60);
  }

  /** Shows so many bars of both, save those of the pauses. */
  static void show(ReplayLoop loop, long seed, int bars) {
    var market = new RandomMarket(seed);
    long time = START + market.cases.between(0, 1_440) * MINUTE / 60 * 60;
    time = market.timeframe.floor(time);
    for (int i = 0; i < bars; i++) {
      market.showOne(loop, time);
      time += market.timeframe.micros() * (market.cases.oneIn(40) ? 3 : 1);
    }
  }

  private void showOne(ReplayLoop loop, long time) {
    var together = new ArrayList<Bar>(List.of(bar(BTC, 0, time)));
    var second = bar(ETH, 1, time);
    if (!cases.oneIn(12)) together.add(second);
    if (asTicks) ticks(loop, together);
    else
      loop.onBars(together);
  }

  private Bar bar(Instrument of, int place, long time) {
    long open = closes[place] + (cases.oneIn(15) ? cents(-150, 150) : 0);
    long close = Math.max(20 * Exact.ONE, open + cents(-100, 100));
    closes[place] = close;
    long high = Math.max(open, close) + cents(0, 60);
    long low = Math.min(open, close) - cents(0, 60);
    long volume = cases.oneIn(20) ? 0 : cents(1, 900);
    return new Bar(new BarKey(of, timeframe), time, Bar.NONE, open, high, low, close, volume,
        Bar.ClosedBy.TICK, 0);
  }

  private long cents(int from, int to) {
    return cases.between(from, to + 1) * (Exact.ONE / 100);
  }

  private void ticks(ReplayLoop loop, List<Bar> bars) {
    for (int i = 0; i < BarPath.CORNERS; i++) {
      for (var bar : bars)
        tick(loop, bar, i);
    }
  }

  /** The second market is a third of a corner behind the first. */
  private void tick(ReplayLoop loop, Bar bar, int i) {
    long step = timeframe.micros() / BarPath.CORNERS;
    long behind = bar.key().instrument() == ETH ? step / 3 : 0;
    long price = BarPath.price(bar.open(), bar.high(), bar.low(), bar.close(), false, i);
    long half = 2 * Exact.ONE / 100;
    loop.onQuote(bar.key().instrument(), new Quote(bar.openTime() + i * step + behind,
        hasSides ? price - half : 0, hasSides ? price + half : 0, price, bar.volume() / 4));
  }
}
