package io.qkt.brokers.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Ema;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.CandleAggregator;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In any 15 bars of 1 s the averages of 3 and 5 closes cross in both directions. */
final class SimFeedCrossesTest {
  private static final long SECOND = 1_000_000;
  private static final int WINDOW = 15;
  private static final int WARM = 60;
  private static final int BARS = 1_000;
  private static final long[] SEEDS = {1, 2, 3, 42, -1, Long.MIN_VALUE};
  private static final String[] SPANS = {"2020-01-01T00:00:00Z", "2022-02-24T04:30:00Z",
      "2024-02-29T23:55:00Z", "2026-11-20T12:00:00Z", "2029-12-31T23:50:00Z"};

  private final SplittableRandom random = new SplittableRandom(8);

  @ParameterizedTest
  @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "EURUSD", "XAUUSD", "NVDA", "X",
      "doge/usd"})
  void averages_inAnyFifteenBars_crossInBothDirections(String symbol) {
    for (long seed : SEEDS) {
      for (var span : SPANS)
        checkWindows(symbol, seed, SimFeedTest.micros(span));
      for (int i = 0; i < 5; i++)
        checkWindows(symbol, seed, SimFeedTest.micros(SPANS[0])
            + random.nextLong(10L * 365 * 86_400) * SECOND);
    }
  }

  /** A strategy may have run long before the window, or start with it, seeded in either way. */
  private static void checkWindows(String symbol, long seed, long from) {
    var closes = closes(new SimFeed(seed).quotes(symbol, from, from + (BARS + 1) * SECOND));
    var warmed = difference(closes);
    checkRhythm(warmed, symbol + ", seed " + seed + ", from " + from);
    for (int at = WARM; at + WINDOW <= BARS; at++) {
      var where = "%s, seed %d, from %d, bar %d".formatted(symbol, seed, from, at);
      var window = Arrays.copyOfRange(closes, at, at + WINDOW);
      checkCrosses(Arrays.copyOfRange(warmed, at, at + WINDOW), where + ", warmed");
      checkCrosses(difference(window), where + ", seeded with a mean");
      checkCrosses(differenceFromFirst(window), where + ", seeded with the first");
    }
  }

  /** Stronger than needed: no wander and no noise ever moves a crossing to another bar. */
  private static void checkRhythm(double[] warmed, String where) {
    for (int i = WARM; i < BARS; i++) {
      if (Math.signum(warmed[i]) != Math.signum(warmed[i - 8]) || warmed[i] == 0)
        assertThat(warmed[i]).as(where + ", bar " + i).isEqualTo(warmed[i - 8]);
    }
  }

  private static double[] closes(List<Quote> quotes) {
    var key = new BarKey(new Instrument("SIM", "ANY"), Timeframe.parse("1s"));
    var aggregator = new CandleAggregator(key, Bar.NONE);
    var bars = quotes.stream().map(aggregator::on).filter(Objects::nonNull).toList();
    assertThat(aggregator.droppedQuotes() + aggregator.lateQuotes()).isZero();
    assertThat(bars).hasSize(BARS);
    return bars.stream().mapToDouble(bar -> Exact.toDouble(bar.close())).toArray();
  }

  private static double[] difference(double[] closes) {
    var d = new double[2 * Ema.DOUBLES];
    var l = new long[2 * Ema.LONGS];
    Ema.init(d, 0, l, 0, 3);
    Ema.init(d, Ema.DOUBLES, l, Ema.LONGS, 5);
    return Arrays.stream(closes)
        .map(close -> relative(Ema.update(d, 0, l, 0, close),
            Ema.update(d, Ema.DOUBLES, l, Ema.LONGS, close)))
        .toArray();
  }

  private static double[] differenceFromFirst(double[] closes) {
    var difference = new double[closes.length];
    double fast = closes[0];
    double slow = closes[0];
    for (int i = 0; i < closes.length; i++) {
      fast += (closes[i] - fast) / 2;
      slow += (closes[i] - slow) / 3;
      difference[i] = relative(fast, slow);
    }
    return difference;
  }

  private static double relative(double fast, double slow) {
    double difference = (fast - slow) / slow;
    // The language takes values this near for equal.
    return Math.abs(difference) <= 1e-12 ? 0 : difference;
  }

  private static void checkCrosses(double[] difference, String where) {
    boolean up = false;
    boolean down = false;
    for (int i = 1; i < difference.length; i++) {
      up |= difference[i - 1] <= 0 && difference[i] > 0;
      down |= difference[i - 1] >= 0 && difference[i] < 0;
    }
    if (!up || !down)
      assertThat(difference).as(where + ": up %s, down %s", up, down).isNull();
  }

  /**
   * The default risk limits halt a strategy that has lost 1,000 on a day. Trading 0.1 BTC on every
   * crossing must stay below, or nothing would run on this feed for more than minutes.
   */
  @Test
  void trading_aTenthBitcoinOnEveryCross_losesLessThanTheDailyLimit() {
    for (int day = 0; day < 5; day++) {
      long from = SimFeedTest.micros(SPANS[day]);
      for (int latencySteps = 0; latencySteps <= 2; latencySteps++)
        assertThat(profitOfADay(new SimFeed(1), from, latencySteps)).isBetween(-900.0, 900.0);
    }
  }

  private static double profitOfADay(SimFeed feed, long from, int latencySteps) {
    var quotes = feed.quotes("BTCUSDT", from, from + 86_400 * SECOND);
    var closes = new double[86_400];
    Arrays.setAll(closes, i -> Exact.toDouble(quotes.get(4 * i + 3).last()));
    var difference = difference(closes);
    double profit = 0;
    double entry = 0;
    for (int i = 6; i + 2 < closes.length; i++) {
      var fill = quotes.get(4 * (i + 1) + latencySteps);
      if (entry == 0 && difference[i] > 0 && difference[i - 1] <= 0) {
        entry = Exact.toDouble(fill.ask());
      } else if (entry != 0 && difference[i] < 0) {
        profit += 0.1 * (Exact.toDouble(fill.bid()) - entry);
        entry = 0;
      }
    }
    return profit;
  }
}
