package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class CandleAggregatorPropertyTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("5s"));
  private static final int RUNS = 400;

  private final Cases cases = new Cases(7);

  @Test
  void on_anyQuotes_makesTheBarsOfTheNaiveGrouping() {
    for (int run = 0; run < RUNS; run++) {
      var quotes = anyQuotes();
      var expected = NaiveBars.of(KEY, quotes);
      var aggregator = new CandleAggregator(KEY, Bar.NONE);
      assertThat(bars(aggregator, quotes)).as("run %d", run).isEqualTo(expected.bars());
      assertThat(aggregator.droppedQuotes()).isEqualTo(expected.dropped());
      assertThat(aggregator.lateQuotes()).isEqualTo(expected.late());
    }
  }

  @Test
  void on_afterARestartAtAnyBar_goesOnWithTheSameBars() {
    for (int run = 0; run < RUNS; run++) {
      var quotes = goodQuotes();
      var whole = bars(new CandleAggregator(KEY, Bar.NONE), quotes);
      int stored = (int) cases.between(1, whole.size());
      var last = whole.get(stored - 1);
      // Fed again from anywhere before the end of the last stored bar: what it holds is late.
      long from = last.endTime() - cases.between(0, 9_000_000);
      var again = quotes.stream()
          .filter(q -> q.time() >= from)
          .toList();
      var bars = bars(new CandleAggregator(KEY, last.openTime()), again);
      assertThat(bars).usingRecursiveFieldByFieldElementComparatorIgnoringFields("lateTicks")
          .as("run %d", run)
          .isEqualTo(whole.subList(stored, whole.size()));
    }
  }

  @Test
  void closeByTimer_atAnyInstantsBetweenQuotes_changesOnlyWhatClosedTheBar() {
    for (int run = 0; run < RUNS; run++) {
      var quotes = goodQuotes();
      var aggregator = new CandleAggregator(KEY, Bar.NONE);
      var bars = new ArrayList<Bar>();
      for (var quote : quotes) {
        bars.add(aggregator.closeByTimer(quote.time() - cases.between(0, 3_000_000)));
        bars.add(aggregator.on(quote));
      }
      bars.removeIf(Objects::isNull);
      assertThat(bars)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("closedBy", "closedAt")
          .as("run %d", run)
          .isEqualTo(bars(new CandleAggregator(KEY, Bar.NONE), quotes));
    }
  }

  private static List<Bar> bars(CandleAggregator aggregator, List<Quote> quotes) {
    return quotes.stream().map(aggregator::on).filter(Objects::nonNull).toList();
  }

  /** In order of time, with gaps, all good. */
  private List<Quote> goodQuotes() {
    var quotes = new ArrayList<Quote>();
    long time = cases.between(-1_000_000_000L, 2_000_000_000_000_000L);
    for (int i = 0; i < 200; i++) {
      time += cases.oneIn(10) ? cases.between(0, 30_000_000) : cases.between(0, 2_000_000);
      quotes.add(quote(time, cases.between(95, 106)));
    }
    return quotes;
  }

  /** Out of order, with long gaps, bad quotes, outliers and runs of outliers that agree. */
  private List<Quote> anyQuotes() {
    var quotes = new ArrayList<Quote>();
    long time = 1_700_000_000_000_000L;
    long level = 100;
    for (int i = 0; i < 300; i++) {
      time += cases.oneIn(40) ? cases.between(0, 90_000_000) : cases.between(0, 2_000_000);
      if (cases.oneIn(12))
        level = cases.between(60, 160);
      long early = cases.oneIn(8) ? cases.between(0, 12_000_000) : 0;
      var good = quote(time - early, level + cases.between(-5, 6));
      quotes.add(cases.oneIn(10) ? bad(good) : good);
    }
    return quotes;
  }

  private Quote quote(long time, long price) {
    long spread = cases.between(0, 4);
    return new Quote(time, price, price + spread, cases.oneIn(2) ? 0 : price,
        cases.between(0, 9));
  }

  private Quote bad(Quote good) {
    return switch ((int) cases.between(0, 4)) {
      case 0 -> new Quote(good.time(), cases.between(-2, 1), good.ask(), good.last(), 1);
      case 1 -> new Quote(good.time(), -9, -5, good.last(), 1);
      case 2 -> new Quote(good.time(), good.ask() + 1, good.ask(), good.last(), 1);
      default -> new Quote(good.time(), good.bid(), good.ask(), -1, 1);
    };
  }
}
