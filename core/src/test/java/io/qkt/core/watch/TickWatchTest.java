package io.qkt.core.watch;

import static io.qkt.core.watch.WatchRun.BTC;
import static io.qkt.core.watch.WatchRun.ETH;
import static io.qkt.core.watch.WatchRun.NEVER;
import static io.qkt.core.watch.WatchRun.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;
import io.qkt.core.watch.Watch.Trail;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class TickWatchTest {
  private final TickWatch watch = new TickWatch();

  @Test
  void next_severalFire_tellsThemOneByOneInOrderOfIds() {
    watch.arm(stop(7, BTC, 3));
    watch.arm(stop(2, BTC, 2));
    watch.arm(stop(5, BTC, 50));
    see(BTC, 90);
    assertThat(watch.next().watch()).isEqualTo(2);
    assertThat(watch.next().watch()).isEqualTo(7);
    assertThat(watch.next()).isNull();
    assertThat(watch.watches(BTC)).isTrue();
  }

  @Test
  void next_afterItsDisarming_doesNotTellIt() {
    watch.arm(stop(1, BTC, 3));
    watch.arm(stop(2, BTC, 3));
    see(BTC, 90);
    watch.next();
    watch.disarm(2);
    assertThat(watch.next()).isNull();
    assertThat(watch.isIdle()).isTrue();
  }

  @Test
  void arm_anIdAgain_replacesItAlsoIfItHasFired() {
    watch.arm(stop(1, BTC, 3));
    watch.arm(stop(2, BTC, 3));
    see(BTC, 90);
    watch.next();
    watch.arm(stop(2, BTC, 50));
    assertThat(watch.next()).isNull();
    see(BTC, 50);
    assertThat(watch.next().level()).isEqualTo(50);
  }

  @Test
  void arm_anIdOnAnotherInstrument_leavesTheFirst() {
    watch.arm(stop(1, BTC, 3));
    watch.arm(stop(1, ETH, 3));
    assertThat(watch.watches(BTC)).isFalse();
    assertThat(watch.watches(ETH)).isTrue();
  }

  @Test
  void arm_inReactionToAFiring_looksAtTheNextQuoteFirst() {
    watch.arm(stop(1, BTC, 3));
    see(BTC, 90);
    watch.next();
    watch.arm(stop(2, BTC, 3));
    assertThat(watch.next()).isNull();
    see(BTC, 90);
    assertThat(watch.next().watch()).isEqualTo(2);
  }

  @Test
  void see_beforeTheLastFiringIsTold_losesNoneAndTellsNoneTwice() {
    watch.arm(stop(1, BTC, 3));
    watch.arm(stop(2, ETH, 3));
    see(BTC, 96);
    see(ETH, 95);
    see(BTC, 94);
    assertThat(watch.next().price()).isEqualTo(96);
    assertThat(watch.next().price()).isEqualTo(95);
    assertThat(watch.next()).isNull();
  }

  @Test
  void see_anotherInstrument_changesNothing() {
    watch.arm(stop(1, BTC, 3));
    see(ETH, 1);
    assertThat(watch.next()).isNull();
    assertThat(watch.touches(ETH, 1, 1)).isFalse();
    assertThat(watch.extremes(ETH)).isEmpty();
  }

  @Test
  void see_aBadQuote_isPassedOver() {
    watch.arm(stop(1, BTC, 3));
    watch.see(BTC, new Quote(1, 200, 90, 500, 0), PriceSource.TICK);
    watch.see(BTC, Quote.at(2, 0), PriceSource.TICK);
    assertThat(watch.next()).isNull();
    assertThat(watch.extremes(BTC)).containsExactly(new Watch.Extremes(1, 100, 0));
  }

  @Test
  void extremes_areOfWhatIsArmedInOrderOfIds() {
    watch.arm(stop(9, BTC, 50));
    watch.arm(new Watch.Tier(3, BTC, Side.BUY, 100, true, 50, 1, NEVER, 100));
    watch.arm(new Watch.Latch(4, BTC, 200, 50, new Watch.Confirm.None(), NEVER));
    see(BTC, 97);
    see(BTC, 104);
    assertThat(watch.extremes(BTC)).containsExactly(new Watch.Extremes(3, 0, 97),
        new Watch.Extremes(9, 104, 0));
  }

  @Test
  void nextDeadline_isTheEarliestOfAllInstruments() {
    assertThat(watch.nextDeadline()).isEqualTo(NEVER);
    watch.arm(stop(1, BTC, 3));
    watch.arm(new Watch.Tier(2, BTC, Side.BUY, 100, false, 5, 0, 9 * SECOND, 100));
    watch.arm(new Watch.Latch(3, ETH, 200, 50, new Watch.Confirm.None(), 7 * SECOND));
    assertThat(watch.nextDeadline()).isEqualTo(7 * SECOND);
    watch.disarm(3);
    assertThat(watch.nextDeadline()).isEqualTo(9 * SECOND);
  }

  @Test
  void touches_anExpiry_onlyOfABarThatEndsLater() {
    watch.arm(new Watch.Tier(2, BTC, Side.BUY, 100, false, 5, 0, 9 * SECOND, 100));
    assertThat(watch.touches(BTC, 99, 104)).isTrue();
    assertThat(watch.touches(BTC, 99, 104, 9 * SECOND)).isFalse();
    assertThat(watch.touches(BTC, 99, 104, 10 * SECOND)).isTrue();
    assertThat(watch.touches(BTC, 99, 105, 9 * SECOND)).isTrue();
  }

  @Test
  void touches_aTrailingStop_countsTheBarsOwnExtreme() {
    watch.arm(stop(1, BTC, 3));
    assertThat(watch.touches(BTC, 98, 100)).isFalse();
    assertThat(watch.touches(BTC, 98, 101)).isTrue();
    assertThat(watch.touches(BTC, 97, 98)).isTrue();
  }

  @Test
  void see_idleOrUnwatchedOrQuiet_allocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    watch.arm(stop(1, BTC, 50));
    watch.arm(new Watch.Latch(2, BTC, 200, 50, new Watch.Confirm.TimeInBreach(5), NEVER));
    var quote = Quote.at(1, 100);
    runQuietly(quote);
    long before = threads.getCurrentThreadAllocatedBytes();
    runQuietly(quote);
    // The measurement itself may take a little; an object a quote would be 1.6 MB and more.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private void runQuietly(Quote quote) {
    for (int i = 0; i < 50_000; i++) {
      watch.see(BTC, quote, PriceSource.TICK);
      watch.see(ETH, quote, PriceSource.TICK);
      watch.next();
      watch.touches(BTC, 99, 101, 5);
      watch.absorb(BTC, 99, 101, 5);
    }
  }

  private void see(Instrument instrument, long price) {
    watch.see(instrument, Quote.at(1, price), PriceSource.TICK);
  }

  private static Watch.HeldStop stop(long id, Instrument instrument, long distance) {
    return new Watch.HeldStop(id, instrument, Side.SELL, new Trail.By(distance), 100, 100, 0);
  }
}
