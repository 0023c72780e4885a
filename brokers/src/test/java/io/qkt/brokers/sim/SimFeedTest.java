package io.qkt.brokers.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimFeedTest {
  private static final long SECOND = 1_000_000;
  private static final long DAY = 86_400 * SECOND;
  private static final long Y2026 = micros("2026-01-01T00:00:00Z");

  private final SimFeed feed = new SimFeed(1);

  /** Written down once: another JVM or another day must not say anything else. */
  @ParameterizedTest
  @CsvSource({"BTCUSDT,2026-01-01T00:00:00Z,54235.33/54235.35/54235.34/0.461",
      "EURUSD,2020-02-29T12:34:56.750Z,1.12259/1.12261/1.1226/0.749",
      "DOGE-PERP,2030-07-01T23:59:59.250Z,764.498/764.4982/764.4981/0.397"})
  void quote_ofSeedOne_isTheGoldenOne(String symbol, String time, String quote) {
    var latest = feed.latest(symbol, micros(time));
    assertThat("%s/%s/%s/%s".formatted(Exact.text(latest.bid()), Exact.text(latest.ask()),
        Exact.text(latest.last()), Exact.text(latest.volume()))).isEqualTo(quote);
  }

  @Test
  void quotes_ofAnyRange_areHalfOpenAndOnTheGrid() {
    assertThat(times(Y2026, Y2026 + SECOND)).containsExactly(Y2026, Y2026 + 250_000,
        Y2026 + 500_000, Y2026 + 750_000);
    assertThat(times(Y2026 + 1, Y2026 + 250_001)).containsExactly(Y2026 + 250_000);
    assertThat(times(-250_001, 1)).containsExactly(-250_000L, 0L);
    assertThat(times(Y2026, Y2026)).isEmpty();
    assertThat(times(Y2026 + 1, Y2026)).isEmpty();
  }

  @Test
  void quotes_askedInAnyChunks_areTheSame() {
    var random = new SplittableRandom(5);
    for (int run = 0; run < 50; run++) {
      long from = Y2026 + random.nextLong(365 * DAY);
      long to = from + random.nextLong(600 * SECOND);
      var chunks = new ArrayList<Quote>();
      for (long at = from; at < to;) {
        long next = Math.min(to, at + 1 + random.nextLong(20 * SECOND));
        chunks.addAll(new SimFeed(1).quotes("ETHUSDT", at, next));
        at = next;
      }
      assertThat(chunks).isEqualTo(feed.quotes("ETHUSDT", from, to));
    }
  }

  @Test
  void latest_atAnyInstant_isTheNewestOfTheRange() {
    var random = new SplittableRandom(6);
    for (int run = 0; run < 1_000; run++) {
      long time = Y2026 + random.nextLong(365 * DAY);
      assertThat(feed.latest("ABC", time))
          .isEqualTo(feed.quotes("ABC", time - SECOND, time + 1).getLast());
    }
  }

  @ParameterizedTest
  @CsvSource({"BTCUSDT,50000,0.01", "ETHUSDT,3000,0.01", "EURUSD,1.08,0.00001",
      "XAUUSD,2400,0.01", "NVDA,0,0.00001", "a.b_c/d-e,0,0.00001"})
  void quotes_overElevenYears_areSoundAndNearTheirBase(String symbol, String base, String tick) {
    var random = new SplittableRandom(7);
    for (int run = 0; run < 50_000; run++) {
      long seed = random.nextLong(20);
      var quote = new SimFeed(seed).latest(symbol, micros("2020-01-01T00:00:00Z")
          + random.nextLong(11 * 365 * DAY));
      checkSound(quote, Exact.parse(tick));
      double price = Exact.toDouble(quote.last());
      double expected = Double.parseDouble(base);
      if (expected > 0)
        assertThat(price).isBetween(0.88 * expected, 1.12 * expected);
      else
        assertThat(price).isBetween(8.9, 1_110.0);
    }
  }

  private static void checkSound(Quote quote, long tick) {
    assertThat(quote.bid()).isPositive().isLessThan(quote.last());
    assertThat(quote.ask()).isGreaterThan(quote.last());
    assertThat(quote.ask() - quote.bid()).isBetween(2 * tick, 40 * tick);
    assertThat((quote.bid() + quote.ask()) / 2).isEqualTo(quote.last());
    assertThat(quote.last() % tick).isZero();
    assertThat(quote.volume()).isPositive();
  }

  @Test
  void quotes_ofAnotherSeedOrSymbol_differ() {
    var one = feed.quotes("BTCUSDT", Y2026, Y2026 + 10 * SECOND);
    assertThat(new SimFeed(2).quotes("BTCUSDT", Y2026, Y2026 + 10 * SECOND)).isNotEqualTo(one);
    assertThat(feed.latest("AAA", Y2026).last()).isNotEqualTo(feed.latest("AAB", Y2026).last());
  }

  @Test
  void quotes_ofAnEndlessRange_areRefused() {
    assertThatThrownBy(() -> feed.quotes("BTCUSDT", Y2026, Y2026 + 365 * DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a range must hold at most 10000000 quotes, was 126144000; ask for it in parts");
  }

  /** Says the speed and asserts none, because machines are shared. */
  @Test
  void quotes_byTheMillion_tellTheirSpeed() {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      assertThat(feed.quotes("BTCUSDT", Y2026, Y2026 + 250_000 * SECOND)).hasSize(1_000_000);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "simulated feed: %.1f M quotes/s%n", 1e3 / (best / 1e6));
  }

  private List<Long> times(long from, long to) {
    return feed.quotes("BTCUSDT", from, to).stream().map(Quote::time).toList();
  }

  static long micros(String time) {
    return Instant.parse(time).toEpochMilli() * 1_000;
  }
}
