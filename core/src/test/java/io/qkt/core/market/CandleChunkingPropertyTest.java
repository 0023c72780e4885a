package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.market.Bar.ClosedBy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a stream of quotes is cut, it makes the bars of the uncut one. */
final class CandleChunkingPropertyTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("5s"));
  private static final int SEEDS = 10_000;
  private static final int QUOTES = 60;

  private Cases cases;
  /** So many restarts and bars closed by a timer there were: a property of none proves nothing. */
  private int met;

  @Test
  void on_anyChunksWithATimerBetween_makesTheSameBars() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var quotes = quotes(seed, 150);
      var whole = new CandleAggregator(KEY, Bar.NONE);
      var expected = feed(whole, quotes);
      assertThat(expected).as("seed %d", seed).isEqualTo(NaiveBars.of(KEY, quotes).bars());
      add(expected, whole.closeByTimer(Long.MAX_VALUE));
      var chunked = new CandleAggregator(KEY, Bar.NONE);
      assertThat(alike(chunks(chunked, quotes), true)).as("seed %d", seed)
          .isEqualTo(alike(expected, true));
      assertThat(chunked.droppedQuotes()).isEqualTo(whole.droppedQuotes());
      assertThat(chunked.lateQuotes()).isEqualTo(whole.lateQuotes());
    }
    assertThat(met).isGreaterThan(3 * SEEDS);
  }

  @Test
  void on_anyNumberOfRestartsAtAnyQuote_makesTheSameBars() {
    for (int seed = 0; seed < SEEDS; seed++) {
      // Without outliers: whether a price is one depends on those before the restart.
      var quotes = quotes(seed, 105);
      var expected = feed(new CandleAggregator(KEY, Bar.NONE), quotes);
      // What is fed twice counts as late once more.
      assertThat(alike(restarting(quotes), false)).as("seed %d", seed)
          .isEqualTo(alike(expected, false));
    }
    assertThat(met).isGreaterThan(SEEDS);
  }

  @Test
  void closeByTimer_atAnyInstant_losesNoQuoteAndKeepsTheChain() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var quotes = quotes(seed, 150);
      var aggregator = new CandleAggregator(KEY, Bar.NONE);
      var bars = new ArrayList<Bar>();
      for (var quote : quotes) {
        add(bars, aggregator.on(quote));
        if (cases.oneIn(3))
          add(bars, aggregator.closeByTimer(quote.time() + cases.between(-9_000_000, 9_000_000)));
      }
      add(bars, aggregator.closeByTimer(Long.MAX_VALUE));
      // Each quote has volume 1.
      long inBars = bars.stream().mapToLong(Bar::volume).sum();
      assertThat(inBars + aggregator.lateQuotes() + aggregator.droppedQuotes())
          .as("seed %d", seed)
          .isEqualTo(QUOTES);
      assertChained(bars);
    }
    assertThat(met).isGreaterThan(SEEDS);
  }

  /** The bars without what may differ: who closed them, and perhaps how many quotes were late. */
  private static List<Bar> alike(List<Bar> bars, boolean withLateTicks) {
    return bars.stream()
        .map(b -> new Bar(b.key(), b.openTime(), b.prevOpenTime(), b.open(), b.high(), b.low(),
            b.close(), b.volume(), ClosedBy.TICK, withLateTicks ? b.lateTicks() : 0))
        .toList();
  }

  private static void assertChained(List<Bar> bars) {
    for (int i = 0; i < bars.size(); i++) {
      long before = i == 0 ? Bar.NONE : bars.get(i - 1).openTime();
      assertThat(bars.get(i).prevOpenTime()).isEqualTo(before);
      assertThat(bars.get(i).openTime()).isGreaterThan(before);
      assertThat(Math.floorMod(bars.get(i).openTime(), KEY.timeframe().micros())).isZero();
    }
  }

  private List<Bar> feed(CandleAggregator aggregator, List<Quote> quotes) {
    var bars = new ArrayList<Bar>();
    for (var quote : quotes)
      add(bars, aggregator.on(quote));
    return bars;
  }

  /** Chunks of any size; between them a timer that is not ahead of any quote to come. */
  private List<Bar> chunks(CandleAggregator aggregator, List<Quote> quotes) {
    var bars = new ArrayList<Bar>();
    int at = 0;
    while (at < quotes.size()) {
      int end = Math.min(quotes.size(), at + (int) cases.between(1, 12));
      bars.addAll(feed(aggregator, quotes.subList(at, end)));
      long earliest = quotes.subList(end, quotes.size())
          .stream()
          .mapToLong(Quote::time)
          .min()
          .orElse(Bar.NONE);
      for (int calls = 0; end < quotes.size() && calls < cases.between(0, 3); calls++)
        add(bars, aggregator.closeByTimer(earliest - cases.between(0, 2) * 1_000));
      at = end;
    }
    add(bars, aggregator.closeByTimer(Long.MAX_VALUE));
    return bars;
  }

  /** As a process that dies at any quote and keeps its bars alone: older quotes come again. */
  private List<Bar> restarting(List<Quote> quotes) {
    var bars = new ArrayList<Bar>();
    var aggregator = new CandleAggregator(KEY, Bar.NONE);
    int openedBy = 0;
    for (int at = 0; at < quotes.size(); at++) {
      int before = bars.size();
      add(bars, aggregator.on(quotes.get(at)));
      if (bars.size() > before)
        openedBy = at;
      if (cases.oneIn(10)) {
        met++;
        aggregator = new CandleAggregator(KEY, bars.isEmpty()
            ? Bar.NONE
            : bars.getLast().openTime());
        int from = (int) cases.between(bars.isEmpty() ? 0 : openedBy / 2, openedBy + 1);
        assertThat(feed(aggregator, quotes.subList(from, at + 1))).isEmpty();
      }
    }
    return bars;
  }

  private void add(List<Bar> bars, Bar bar) {
    if (bar != null)
      bars.add(bar);
    if (bar != null && bar.closedBy() == ClosedBy.TIMER)
      met++;
  }

  /** Some out of order, some bad, with gaps; prices from 95 to the highest, each volume 1. */
  private List<Quote> quotes(long seed, long highest) {
    cases = new Cases(seed);
    var quotes = new ArrayList<Quote>();
    long time = 1_700_000_000_000_000L;
    for (int i = 0; i < QUOTES; i++) {
      time += cases.oneIn(15) ? cases.between(0, 90_000_000) : cases.between(0, 2_000_000);
      long early = cases.oneIn(8) ? cases.between(0, 12_000_000) : 0;
      long price = cases.oneIn(6) ? cases.between(95, highest + 1) : cases.between(95, 106);
      long ask = cases.oneIn(10) ? price - 1 : price + cases.between(0, 3);
      quotes.add(new Quote(time - early, price, ask, cases.oneIn(2) ? 0 : price, 1));
    }
    return quotes;
  }
}
