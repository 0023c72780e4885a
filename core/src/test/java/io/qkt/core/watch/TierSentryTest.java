package io.qkt.core.watch;

import static io.qkt.core.watch.WatchRun.BTC;
import static io.qkt.core.watch.WatchRun.NEVER;
import static io.qkt.core.watch.WatchRun.SECOND;
import static io.qkt.core.watch.WatchRun.adverseTier;
import static io.qkt.core.watch.WatchRun.tier;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import org.junit.jupiter.api.Test;

final class TierSentryTest {
  @Test
  void favourable_exactlyAtItsThreshold_firesOnce() {
    var run = WatchRun.of(tier(5, NEVER));
    assertThat(run.ticks(104)).isEmpty();
    assertThat(run.ticks(105, 106)).containsExactly(new Watch.Fired(1, 105, false, 105,
        new Watch.Extremes(1, 0, 100), 2 * SECOND));
  }

  @Test
  void favourable_ofAShortPosition_countsDownwards() {
    var run = WatchRun.of(new Watch.Tier(1, BTC, Side.SELL, 100, false, 5, 0, NEVER, 100));
    assertThat(run.ticks(105, 96)).isEmpty();
    assertThat(run.ticks(94).getFirst().level()).isEqualTo(95);
  }

  @Test
  void favourable_isMeasuredInTradesNotInSides() {
    var run = WatchRun.of(tier(5, NEVER));
    assertThat(run.quote(110, 111, 104)).isEmpty();
    assertThat(run.quote(99, 100, 105)).hasSize(1);
  }

  @Test
  void adverse_firesWhenRecoveredFromTheWorstPrice() {
    var run = WatchRun.of(adverseTier(5, 3));
    assertThat(run.ticks(96, 99, 95, 97, 93, 95)).isEmpty();
    assertThat(run.ticks(97)).containsExactly(new Watch.Fired(1, 96, false, 97,
        new Watch.Extremes(1, 0, 93), run.time()));
  }

  @Test
  void adverse_ofAShortPosition_mirrorsIt() {
    var run = WatchRun.of(new Watch.Tier(1, BTC, Side.SELL, 100, true, 5, 3, NEVER, 100));
    assertThat(run.ticks(104, 101, 107, 105)).isEmpty();
    assertThat(run.ticks(104).getFirst().level()).isEqualTo(104);
  }

  @Test
  void adverse_notFarEnough_neverArms() {
    assertThat(WatchRun.of(adverseTier(5, 3)).ticks(96, 120)).isEmpty();
  }

  @Test
  void adverse_fromAWorstPriceSeenEarlier_goesOnFromIt() {
    var again = adverseTier(5, 3).from(new Watch.Extremes(1, 0, 93));
    assertThat(WatchRun.of(again).ticks(96)).hasSize(1);
  }

  @Test
  void expiry_exactlyAtItsInstant_comesBeforeTheMatchAndIsTold() {
    var run = WatchRun.of(tier(5, 2 * SECOND));
    assertThat(run.watch.nextDeadline()).isEqualTo(2 * SECOND);
    assertThat(run.ticks(104, 105)).containsExactly(new Watch.Fired(1, 0, false, 105,
        new Watch.Extremes(1, 0, 100), 2 * SECOND, true));
    assertThat(run.watch.isIdle()).isTrue();
  }

  @Test
  void excursion_keepsItsExtremesAndNeverFires() {
    var run = WatchRun.of(new Watch.Excursion(1, BTC, Side.BUY, 100, 100, 100),
        new Watch.Excursion(2, BTC, Side.SELL, 100, 100, 100));
    assertThat(run.ticks(101, 93, 108, 100)).isEmpty();
    assertThat(run.watch.extremes(BTC)).containsExactly(new Watch.Extremes(1, 108, 93),
        new Watch.Extremes(2, 93, 108));
    assertThat(run.watch.touches(BTC, 1, 1_000_000)).isFalse();
  }
}
