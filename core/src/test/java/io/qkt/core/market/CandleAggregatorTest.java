package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Bar.ClosedBy;
import org.junit.jupiter.api.Test;

final class CandleAggregatorTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));
  private static final long SECOND = 1_000_000;

  private final CandleAggregator aggregator = new CandleAggregator(KEY, Bar.NONE);

  @Test
  void on_firstQuoteAtTheEnd_closesTheBar() {
    assertThat(aggregator.on(last(0, 100))).isNull();
    assertThat(aggregator.on(last(250_000, 103))).isNull();
    assertThat(aggregator.on(last(500_000, 99))).isNull();
    assertThat(aggregator.on(last(999_999, 101))).isNull();
    assertThat(aggregator.on(last(SECOND, 110))).isEqualTo(
        new Bar(KEY, 0, Bar.NONE, 100, 103, 99, 101, 4, ClosedBy.TICK, 0, 101, 101, SECOND));
  }

  @Test
  void on_afterEmptyIntervals_closesOneBarAndChainsIt() {
    aggregator.on(last(0, 100));
    aggregator.on(last(SECOND, 101));
    assertThat(aggregator.on(last(9 * SECOND, 102))).isEqualTo(
        new Bar(KEY, SECOND, 0, 101, 101, 101, 101, 1, ClosedBy.TICK, 0, 101, 101, 9 * SECOND));
    assertThat(aggregator.on(last(10 * SECOND, 102)).prevOpenTime()).isEqualTo(SECOND);
  }

  @Test
  void on_theQuoteThatCloses_keepsTheSidesOfTheOneBeforeItAndItsTime() {
    aggregator.on(new Quote(0, 99, 101, 100, 1));
    aggregator.on(new Quote(1, 98, 103, 100, 1));
    aggregator.on(new Quote(2, 105, 101, 100, 1));
    var bar = aggregator.on(new Quote(SECOND + 7, 90, 91, 100, 1));
    assertThat(bar.bid()).isEqualTo(98);
    assertThat(bar.ask()).isEqualTo(103);
    assertThat(bar.closedAt()).isEqualTo(SECOND + 7);
  }

  @Test
  void on_aQuoteWithoutATrade_takesTheMiddle() {
    aggregator.on(new Quote(0, 100, 110, 0, 1));
    aggregator.on(new Quote(1, Long.MAX_VALUE - 3, Long.MAX_VALUE - 1, 0, 1));
    assertThat(aggregator.on(last(SECOND, 105)).close()).isEqualTo(105);
  }

  @Test
  void on_aBadQuote_countsItAndNothingElse() {
    aggregator.on(last(0, 100));
    aggregator.on(new Quote(1, 0, 100, 100, 5));
    aggregator.on(new Quote(2, 101, 100, 100, 5));
    aggregator.on(new Quote(3, 100, 100, -100, 5));
    // Not even a bar ends by it.
    assertThat(aggregator.on(new Quote(SECOND, -2, -1, 100, 5))).isNull();
    assertThat(aggregator.droppedQuotes()).isEqualTo(4);
    assertThat(aggregator.on(last(SECOND, 100)).volume()).isEqualTo(1);
  }

  @Test
  void on_anEarlierInterval_countsALateTick() {
    aggregator.on(last(0, 100));
    aggregator.on(last(SECOND, 101));
    aggregator.on(last(SECOND - 1, 50));
    var bar = aggregator.on(last(2 * SECOND, 101));
    assertThat(bar.lateTicks()).isEqualTo(1);
    assertThat(bar.low()).isEqualTo(101);
    assertThat(aggregator.lateQuotes()).isEqualTo(1);
    assertThat(aggregator.on(last(3 * SECOND, 101)).lateTicks()).isZero();
  }

  @Test
  void on_outOfOrderWithinTheBar_isNotLate() {
    aggregator.on(last(900, 100));
    aggregator.on(last(100, 102));
    assertThat(aggregator.on(last(SECOND, 101)).close()).isEqualTo(102);
    assertThat(aggregator.lateQuotes()).isZero();
  }

  @Test
  void on_afterAStoredBar_takesItsQuotesAsLate() {
    var resumed = new CandleAggregator(KEY, 5 * SECOND);
    resumed.on(last(6 * SECOND - 1, 90));
    resumed.on(last(6 * SECOND, 100));
    assertThat(resumed.on(last(7 * SECOND, 100))).isEqualTo(
        new Bar(KEY, 6 * SECOND, 5 * SECOND, 100, 100, 100, 100, 1, ClosedBy.TICK, 1, 100, 100,
            7 * SECOND));
  }

  @Test
  void closeByTimer_atTheEnd_closesOnce() {
    aggregator.on(last(0, 100));
    assertThat(aggregator.closeByTimer(SECOND - 1)).isNull();
    assertThat(aggregator.closeByTimer(SECOND)).isEqualTo(
        new Bar(KEY, 0, Bar.NONE, 100, 100, 100, 100, 1, ClosedBy.TIMER, 0, 100, 100, SECOND));
    assertThat(aggregator.closeByTimer(5 * SECOND)).isNull();
  }

  @Test
  void on_aQuoteOfABarClosedByTheTimer_isLateAndCountedInTheNext() {
    aggregator.on(last(0, 100));
    aggregator.closeByTimer(SECOND);
    assertThat(aggregator.on(last(SECOND - 1, 100))).isNull();
    assertThat(aggregator.on(last(SECOND, 100))).isNull();
    assertThat(aggregator.on(last(2 * SECOND, 100)).lateTicks()).isEqualTo(1);
  }

  @Test
  void on_anOutlier_isDroppedUntilThreeAgree() {
    aggregator.on(last(0, 100));
    aggregator.on(last(1, 120));
    aggregator.on(last(2, 145));
    aggregator.on(last(3, 146));
    assertThat(aggregator.droppedQuotes()).isEqualTo(2);
    aggregator.on(last(4, 147));
    aggregator.on(last(5, 148));
    assertThat(aggregator.droppedQuotes()).isEqualTo(2);
    assertThat(aggregator.on(last(SECOND, 148)).high()).isEqualTo(148);
  }

  @Test
  void on_outliersThatDisagreeOrAreInterrupted_areDropped() {
    aggregator.on(last(0, 100));
    for (long price : new long[]{150, 50, 150, 50, 150, 150, 100, 150, 150, 79})
      aggregator.on(last(1, price));
    assertThat(aggregator.droppedQuotes()).isEqualTo(9);
  }

  @Test
  void on_anOutlierAfterAMinuteOfSilence_isBelieved() {
    aggregator.on(last(0, 100));
    aggregator.on(last(60 * SECOND, 150));
    assertThat(aggregator.droppedQuotes()).isEqualTo(1);
    assertThat(aggregator.on(last(60 * SECOND + 1, 150))).isNotNull();
    assertThat(aggregator.droppedQuotes()).isEqualTo(1);
  }

  @Test
  void on_moreVolumeThanFits_staysAtTheLargest() {
    aggregator.on(new Quote(0, 100, 100, 100, Long.MAX_VALUE - 1));
    aggregator.on(new Quote(1, 100, 100, 100, 5));
    aggregator.on(new Quote(2, 100, 100, 100, -7));
    assertThat(aggregator.on(last(SECOND, 100)).volume()).isEqualTo(Long.MAX_VALUE);
  }

  private static Quote last(long time, long price) {
    return new Quote(time, price, price, price, 1);
  }
}
