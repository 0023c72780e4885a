package io.qkt.core.watch;

import static io.qkt.core.watch.WatchRun.SECOND;
import static io.qkt.core.watch.WatchRun.buy;
import static io.qkt.core.watch.WatchRun.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.watch.Watch.Trail;
import org.junit.jupiter.api.Test;

final class StopSentryTest {
  private static final Trail BY_THREE = new Trail.By(3);

  @Test
  void by_aSell_trailsBelowTheHighestPrice() {
    var run = WatchRun.of(sell(BY_THREE));
    assertThat(run.ticks(98, 110, 108)).isEmpty();
    assertThat(run.ticks(106)).containsExactly(new Watch.Fired(1, 107, false, 106,
        new Watch.Extremes(1, 110, 0), run.time()));
  }

  @Test
  void by_aBuy_trailsAboveTheLowestPrice() {
    var run = WatchRun.of(buy(BY_THREE));
    assertThat(run.ticks(102, 90, 92)).isEmpty();
    assertThat(run.ticks(94)).containsExactly(new Watch.Fired(1, 93, false, 94,
        new Watch.Extremes(1, 90, 0), run.time()));
  }

  @Test
  void trigger_exactlyAtTheLevel_fires() {
    assertThat(WatchRun.of(sell(BY_THREE)).ticks(97)).hasSize(1);
    assertThat(WatchRun.of(buy(BY_THREE)).ticks(103)).hasSize(1);
  }

  @Test
  void trigger_aSell_comparesTheBid() {
    var run = WatchRun.of(sell(BY_THREE));
    assertThat(run.quote(98, 99, 97)).isEmpty();
    assertThat(run.quote(97, 99, 99)).hasSize(1);
  }

  @Test
  void trigger_aBuy_comparesTheAsk() {
    var run = WatchRun.of(buy(BY_THREE));
    assertThat(run.quote(100, 102, 104)).isEmpty();
    assertThat(run.quote(100, 103, 100)).hasSize(1);
  }

  @Test
  void extreme_followsTheLastTradeNotTheSides() {
    var run = WatchRun.of(sell(BY_THREE));
    run.quote(119, 121, 105);
    assertThat(run.watch.extremes(WatchRun.BTC)).containsExactly(new Watch.Extremes(1, 105, 0));
  }

  @Test
  void aNewExtreme_withAWideSpread_doesNotFireItsOwnStop() {
    var run = WatchRun.of(sell(BY_THREE));
    assertThat(run.quote(106, 114, 110)).isEmpty();
    assertThat(run.quote(106, 114, 110).getFirst().level()).isEqualTo(107);
  }

  @Test
  void aNewExtreme_whoseBidIsBelowTheLevelThatStood_fires() {
    assertThat(WatchRun.of(sell(BY_THREE)).quote(97, 120, 110).getFirst().level()).isEqualTo(97);
  }

  @Test
  void percent_isOfTheBestPrice() {
    var run = WatchRun.of(sell(new Trail.Percent(5 * Exact.ONE)));
    assertThat(run.ticks(200, 191)).isEmpty();
    assertThat(run.ticks(190).getFirst().level()).isEqualTo(190);
    var above = WatchRun.of(buy(new Trail.Percent(5 * Exact.ONE)));
    assertThat(above.ticks(60, 62)).isEmpty();
    assertThat(above.ticks(63).getFirst().level()).isEqualTo(63);
  }

  @Test
  void percent_ofTheLargestPrices_isExact() {
    var trail = new TrailLevel(new Trail.Percent(99_99999999L), 1, 0, 0);
    assertThat(trail.at(Long.MAX_VALUE, 0)).isEqualTo(922_337_204);
  }

  @Test
  void armed_beforeItsExcursion_standsStillAtTheAnchor() {
    var run = WatchRun.of(sell(new Trail.Armed(3, 5)));
    assertThat(run.ticks(104, 98)).isEmpty();
    assertThat(run.ticks(97).getFirst().level()).isEqualTo(97);
  }

  @Test
  void armed_exactlyAtItsExcursion_trails() {
    var run = WatchRun.of(sell(new Trail.Armed(3, 5)));
    assertThat(run.ticks(105, 103)).isEmpty();
    assertThat(run.ticks(102).getFirst().level()).isEqualTo(102);
  }

  @Test
  void armed_aShortPosition_mirrorsIt() {
    var run = WatchRun.of(buy(new Trail.Armed(3, 5)));
    assertThat(run.ticks(96, 102, 95, 97)).isEmpty();
    assertThat(run.ticks(98).getFirst().level()).isEqualTo(98);
  }

  @Test
  void armed_theGoldenRiseTo124_exitsAt122() {
    // Entered at 111; the high of the last rising bar is 125.
    var run = WatchRun.of(new Watch.HeldStop(1, WatchRun.BTC, Side.SELL, new Trail.Armed(3, 5),
        111, 111, 0));
    for (long close = 112; close <= 124; close++)
      assertThat(run.path(close - 1, close - 2, close + 1, close)).isEmpty();
    assertThat(run.path(124, 122).getFirst().level()).isEqualTo(122);
  }

  @Test
  void stepped_atEachThreshold_jumpsToTheEntryPlusItsOffset() {
    var steps = new Trail.Stepped(95, new long[]{4, 8}, new long[]{0, 5});
    assertThat(WatchRun.of(sell(steps)).ticks(103, 95).getFirst().level()).isEqualTo(95);
    assertThat(WatchRun.of(sell(steps)).ticks(104, 100).getFirst().level()).isEqualTo(100);
    assertThat(WatchRun.of(sell(steps)).ticks(108, 105).getFirst().level()).isEqualTo(105);
  }

  @Test
  void stepped_aShortPosition_mirrorsIt() {
    var steps = new Trail.Stepped(105, new long[]{4, 8}, new long[]{0, 5});
    assertThat(WatchRun.of(buy(steps)).ticks(97, 105).getFirst().level()).isEqualTo(105);
    assertThat(WatchRun.of(buy(steps)).ticks(92, 95).getFirst().level()).isEqualTo(95);
  }

  @Test
  void stepped_aStepBehindTheLevel_neverWidensIt() {
    var steps = new Trail.Stepped(95, new long[]{4, 8}, new long[]{0, -9});
    assertThat(WatchRun.of(sell(steps)).ticks(108, 100).getFirst().level()).isEqualTo(100);
  }

  @Test
  void tightening_afterEachWholeInterval_comesNearerToTheAnchor() {
    var tight = new Trail.Tightening(10, 3, 2 * SECOND, 2);
    // 1 s: 90, 2 s: 93, 4 s: 96, 6 s: 98 and no nearer.
    assertThat(WatchRun.of(sell(tight)).ticks(91).size()).isZero();
    assertThat(WatchRun.of(sell(tight)).ticks(110, 93).getFirst().level()).isEqualTo(93);
    assertThat(WatchRun.of(sell(tight)).ticks(94, 94, 94)).isEmpty();
    assertThat(WatchRun.of(sell(tight)).ticks(99, 99, 99, 96).getFirst().level()).isEqualTo(96);
    assertThat(WatchRun.of(sell(tight))
        .ticks(99, 99, 99, 99, 99, 99, 99, 99, 99, 98)
        .getFirst()
        .level()).isEqualTo(98);
  }

  @Test
  void tightening_aQuoteOutOfOrder_doesNotWidenIt() {
    var run = WatchRun.of(buy(new Trail.Tightening(10, 3, SECOND, 2)));
    run.see(Quote.at(3 * SECOND, 100), PriceSource.TICK);
    var late = Quote.at(SECOND, 102);
    assertThat(run.see(late, PriceSource.TICK).getFirst().level()).isEqualTo(102);
  }

  @Test
  void tightening_namesItsNextMoveUntilItsFloor() {
    var run = WatchRun.of(sell(new Trail.Tightening(10, 3, 2 * SECOND, 2)));
    assertThat(run.watch.nextDeadline()).isEqualTo(2 * SECOND);
    run.ticks(100, 100);
    assertThat(run.watch.nextDeadline()).isEqualTo(4 * SECOND);
    run.ticks(100, 100, 100, 100);
    assertThat(run.watch.nextDeadline()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void tightening_withoutAnInterval_isRefused() {
    assertThatThrownBy(() -> new Trail.Tightening(10, 3, 0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be above 0");
  }

  @Test
  void level_tooFarToBeANumber_neverFiresAndNeverThrows() {
    assertThat(WatchRun.of(sell(new Trail.By(Long.MAX_VALUE))).ticks(100, 1)).isEmpty();
    assertThat(WatchRun.of(buy(new Trail.By(Long.MAX_VALUE))).ticks(100, 1L << 60)).isEmpty();
  }

  @Test
  void from_extremesSeenEarlier_goesOnFromThem() {
    var again = sell(BY_THREE).from(new Watch.Extremes(1, 110, 0));
    assertThat(WatchRun.of(again).ticks(107)).hasSize(1);
  }
}
