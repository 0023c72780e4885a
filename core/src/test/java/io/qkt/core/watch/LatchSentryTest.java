package io.qkt.core.watch;

import static io.qkt.core.watch.WatchRun.BTC;
import static io.qkt.core.watch.WatchRun.NEVER;
import static io.qkt.core.watch.WatchRun.SECOND;
import static io.qkt.core.watch.WatchRun.latch;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.watch.Watch.Confirm;
import org.junit.jupiter.api.Test;

final class LatchSentryTest {
  private static final Confirm LASTING = new Confirm.TimeInBreach(2 * SECOND);
  private static final Confirm RETEST = new Confirm.RetestHold(2, 3 * SECOND);

  @Test
  void none_theUpperWireTouched_firesAtTheWire() {
    var run = WatchRun.of(latch(new Confirm.None()));
    assertThat(run.ticks(109, 91)).isEmpty();
    assertThat(run.ticks(110, 80)).containsExactly(new Watch.Fired(1, 110, true, 110,
        new Watch.Extremes(1, 0, 0), 3 * SECOND));
  }

  @Test
  void none_theLowerWirePassed_firesAtTheWire() {
    var fired = WatchRun.of(latch(new Confirm.None())).ticks(85).getFirst();
    assertThat(fired.level()).isEqualTo(90);
    assertThat(fired.up()).isFalse();
  }

  @Test
  void none_bothWiresTouched_takesTheUpper() {
    var tie = new Watch.Latch(1, BTC, 100, 100, new Confirm.None(), NEVER);
    assertThat(WatchRun.of(tie).ticks(100).getFirst().up()).isTrue();
  }

  @Test
  void closeBeyond_onTicks_neverFires() {
    assertThat(WatchRun.of(latch(new Confirm.CloseBeyond())).ticks(120, 80, 110)).isEmpty();
  }

  @Test
  void closedBeyond_includesTheWires() {
    var latch = latch(new Confirm.CloseBeyond());
    assertThat(TickWatch.closedBeyond(latch, 110)).isEqualTo(1);
    assertThat(TickWatch.closedBeyond(latch, 109)).isZero();
    assertThat(TickWatch.closedBeyond(latch, 91)).isZero();
    assertThat(TickWatch.closedBeyond(latch, 90)).isEqualTo(-1);
  }

  @Test
  void timeInBreach_firesAtTheFirstTickAtWhichItHasLasted() {
    var run = WatchRun.of(latch(LASTING));
    assertThat(run.ticks(111, 110)).isEmpty();
    assertThat(run.watch.nextDeadline()).isEqualTo(3 * SECOND);
    var fired = run.ticks(115).getFirst();
    assertThat(fired.level()).isEqualTo(110);
    assertThat(fired.time()).isEqualTo(3 * SECOND);
  }

  @Test
  void timeInBreach_aTickInside_startsItAgain() {
    var run = WatchRun.of(latch(LASTING));
    assertThat(run.ticks(111, 111, 109, 111, 111)).isEmpty();
    assertThat(run.ticks(111)).hasSize(1);
  }

  @Test
  void timeInBreach_aWholeBarInside_startsItAgain() {
    var run = WatchRun.of(latch(new Confirm.TimeInBreach(SECOND)));
    run.ticks(111);
    assertThat(run.watch.touches(BTC, 91, 109)).isFalse();
    run.watch.absorb(BTC, 91, 109, 2 * SECOND);
    assertThat(run.ticks(111)).isEmpty();
  }

  @Test
  void timeInBreach_fromOneWireToTheOther_startsItAgain() {
    var run = WatchRun.of(latch(LASTING));
    assertThat(run.ticks(111, 111, 89, 89)).isEmpty();
    assertThat(run.ticks(89).getFirst().up()).isFalse();
  }

  @Test
  void retestHold_comesBackNearTheWire_fires() {
    var run = WatchRun.of(latch(RETEST));
    assertThat(run.ticks(113, 114)).isEmpty();
    assertThat(run.ticks(112).getFirst().level()).isEqualTo(110);
  }

  @Test
  void retestHold_theBreachItselfIsNoRetest_theNextTickMayBe() {
    var run = WatchRun.of(latch(RETEST));
    assertThat(run.ticks(89)).isEmpty();
    assertThat(run.ticks(88).getFirst().level()).isEqualTo(90);
  }

  @Test
  void retestHold_backInside_endsTheAttemptAndTheNextBreachBeginsOne() {
    var run = WatchRun.of(latch(RETEST));
    assertThat(run.ticks(113, 109, 110)).isEmpty();
    assertThat(run.ticks(110)).hasSize(1);
  }

  @Test
  void retestHold_tooLate_needsANewBreach() {
    var run = WatchRun.of(latch(RETEST));
    assertThat(run.ticks(113, 113, 113, 113, 111, 111)).isEmpty();
    assertThat(run.ticks(109, 113, 111)).hasSize(1);
    assertThat(WatchRun.of(latch(RETEST)).ticks(113, 113, 113, 111)).hasSize(1);
  }

  @Test
  void retestHold_acrossTheWireAlongABar_firesOnTheWay() {
    var run = WatchRun.of(latch(RETEST));
    assertThat(run.path(114, 105).getFirst().level()).isEqualTo(110);
    assertThat(WatchRun.of(latch(RETEST)).ticks(114, 105)).isEmpty();
  }

  @Test
  void retestHold_aBarThatOpensInside_hasNotHeld() {
    var run = WatchRun.of(latch(RETEST));
    run.path(114);
    assertThat(run.see(Quote.at(2 * SECOND, 105), PriceSource.BAR_OPEN)).isEmpty();
  }

  @Test
  void retestHold_onTheWayAwayFromTheWire_isNoRetest() {
    assertThat(WatchRun.of(latch(RETEST)).path(100, 111, 116)).isEmpty();
  }

  @Test
  void expiry_exactlyAtItsInstant_comesBeforeTheMatchAndIsTold() {
    var run = WatchRun.of(new Watch.Latch(1, BTC, 110, 90, new Confirm.None(), 2 * SECOND));
    assertThat(run.ticks(100, 110)).containsExactly(new Watch.Fired(1, 0, false, 110,
        new Watch.Extremes(1, 0, 0), 2 * SECOND, true));
    assertThat(run.watch.isIdle()).isTrue();
  }
}
