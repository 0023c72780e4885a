package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static io.qkt.core.order.OrderTerms.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.venue.VenueReport.Accepted;
import io.qkt.core.venue.VenueReport.Executed;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaperVenueTest {
  private static final long DAY = 86_400_000_000L;
  private static final int QUOTES = 100_000;
  private static final Instrument ETH = Instrument.parse("SIM:ETHUSDT");

  private final Desk desk = Desk.paper().tick(5, 100);

  @Test
  void submit_isAnsweredWithAcceptanceAndExecution() {
    desk.buy("a", MARKET);
    assertThat(desk.venue.next()).isEqualTo(new Accepted("a", "paper-a"));
    assertThat(desk.venue.next()).isEqualTo(new Executed("a", "a-1", 70, 100, 0, 5));
    assertThat(desk.venue.next()).isNull();
  }

  @Test
  void submit_ofTheSameIdAgain_isAnsweredWithWhatBecameOfTheFirst() {
    desk.buy("a", MARKET).told();
    desk.tick(6, 200).sell("a", MARKET);
    assertThat(desk.venue.next()).isEqualTo(new Accepted("a", "paper-a"));
    assertThat(desk.venue.next()).isEqualTo(new Executed("a", "a-1", 70, 100, 0, 5));
    assertThat(desk.venue.next()).isNull();
  }

  @Test
  void submit_ofARejectedIdAgain_isRejectedForGood() {
    var venue = new Desk(FillTier.PAPER, null);
    assertThat(venue.buy("a", MARKET).told()).containsExactly("a rejected NO_QUOTE");
    assertThat(venue.tick(1, 100).buy("a", MARKET).told()).containsExactly("a rejected NO_QUOTE");
  }

  @Test
  void matching_goesInOrderOfSubmissionWhateverTheLevels() {
    desk.buy("c", stop(110)).sell("a", limit(108)).buy("b", stop(105));
    assertThat(desk.path(6, 120).told()).containsExactly("c 70@110", "a 70@108", "b 70@105");
  }

  @Test
  void next_letsTheOwnerCancelBeforeTheNextOrderIsMatched() {
    desk.sell("a", limit(105)).sell("b", limit(106)).told();
    assertThat(desk.path(6, 110).next()).isEqualTo("a 70@105");
    desk.venue.cancel("b");
    assertThat(desk.told()).containsExactly("b cancelled ASKED");
  }

  @Test
  void next_letsTheOwnerOrderBeforeTheNextOrderIsMatched() {
    desk.sell("a", limit(105)).sell("b", limit(106)).told();
    assertThat(desk.path(6, 110).next()).isEqualTo("a 70@105");
    desk.buy("c", MARKET).buy("d", limit(107));
    assertThat(desk.told()).containsExactly("c 70@110", "b 70@106");
    assertThat(desk.path(7, 107).told()).containsExactly("d 70@107");
  }

  @Test
  void see_beforeAllWasTold_worksOutTheMoveBefore() {
    desk.sell("a", limit(105)).sell("b", limit(106)).told();
    assertThat(desk.tick(6, 107).tick(7, 200).told()).containsExactly("a 70@107", "b 70@107");
  }

  @Test
  void see_ofAnOlderOrABadQuote_doesNothing() {
    desk.buy("a", limit(90)).told();
    desk.tick(4, 80).tick(6, 91, 90, 80).tick(6, 0);
    assertThat(desk.told()).isEmpty();
    assertThat(desk.buy("b", MARKET).told()).containsExactly("b 70@100");
  }

  @Test
  void see_ofAnotherInstrument_leavesTheOrdersOfThisOne() {
    desk.buy("a", limit(90)).told();
    desk.venue.see(ETH, Quote.at(6, 1), PriceSource.TICK);
    assertThat(desk.told()).isEmpty();
    assertThat(desk.venue.hasWorking(ETH)).isFalse();
    assertThat(desk.venue.hasWorking(Instrument.parse("SIM:BTCUSDT"))).isTrue();
  }

  @Test
  void cancel_ofAWorkingOrder_endsIt() {
    desk.buy("a", limit(90)).told();
    desk.venue.cancel("a");
    assertThat(desk.told()).containsExactly("a cancelled ASKED");
    assertThat(desk.tick(6, 80).told()).isEmpty();
    assertThat(desk.venue.working()).isEmpty();
  }

  @Test
  void cancel_ofAnOrderThatHasEnded_isAnsweredWithHowItEnded() {
    desk.buy("a", MARKET).told();
    desk.venue.cancel("a");
    assertThat(desk.told()).containsExactly("a 70@100");
  }

  @Test
  void cancel_ofAnUnknownId_keepsItFromEverBeingAccepted() {
    desk.venue.cancel("a");
    assertThat(desk.told()).containsExactly("a cancelled NEVER_SENT");
    assertThat(desk.buy("a", MARKET).told()).containsExactly("a cancelled NEVER_SENT");
    desk.venue.restore(Desk.order("a", Side.BUY, 70, MARKET, 0), 0);
    assertThat(desk.tick(6, 100).told()).isEmpty();
  }

  @Test
  void lookUp_tellsAllOfAKnownOrderAndNothingOfAnother() {
    desk.buy("a", MARKET);
    assertThat(desk.venue.lookUp("a")).containsExactly(new Accepted("a", "paper-a"),
        new Executed("a", "a-1", 70, 100, 0, 5));
    assertThat(desk.venue.lookUp("b")).isEmpty();
  }

  @Test
  void restore_ofAMarketOrder_executesTheRestAtTheNextQuote() {
    desk.venue.restore(Desk.order("a", Side.BUY, 70, MARKET, 0), 30);
    assertThat(desk.told()).isEmpty();
    desk.tick(6, 200);
    assertThat(desk.venue.next()).isEqualTo(new Executed("a", "a-31", 40, 200, 0, 6));
    assertThat(desk.venue.lookUp("a")).hasSize(2);
  }

  @Test
  void restore_ofAWaitingOrder_letsItWaitOn() {
    desk.venue.restore(Desk.order("a", Side.BUY, 70, limit(90), 0), 0);
    desk.venue.restore(Desk.order("b", Side.SELL, 70, stop(80), 0), 30);
    assertThat(desk.venue.lookUp("a")).containsExactly(new Accepted("a", "paper-a"));
    // What was executed in part had its stop touched, so any price will do for the rest.
    assertThat(desk.open(6, 85).told()).containsExactly("a 70@90", "b 40@85");
  }

  @Test
  void restore_ofAnOrderForArrivalOnly_decidesAtTheNextQuote() {
    var terms = limit(90).lasting(TimeInForce.IOC, 0);
    desk.venue.restore(Desk.order("a", Side.BUY, 70, terms, 0), 0);
    assertThat(desk.tick(6, 95).told()).containsExactly("a cancelled UNFILLABLE");
  }

  @Test
  void restore_ofWhatCanNotBeKept_isCancelledByTheVenue() {
    desk.venue.restore(Desk.order("a", Side.BUY, 70, limit(-1), 0), 0);
    assertThat(desk.told()).containsExactly("a cancelled VENUE");
    assertThat(desk.venue.hasWorking(Desk.BTC)).isFalse();
  }

  @Test
  void restore_ofADayOrder_keepsTheDayInWhichItWasSent() {
    var terms = limit(90).lasting(TimeInForce.DAY, 0);
    desk.venue.restore(Desk.order("a", Side.BUY, 70, terms, DAY + 1), 0);
    assertThat(desk.venue.nextDeadline(Desk.BTC)).isEqualTo(2 * DAY);
  }

  @Test
  void restore_ofWhatIsDone_doesNothing() {
    desk.venue.restore(Desk.order("a", Side.BUY, 70, MARKET.in("g"), 0), 70);
    assertThat(desk.tick(6, 95).told()).isEmpty();
    assertThat(desk.venue.hasWorking(Desk.BTC)).isFalse();
    assertThat(desk.sell("b", MARKET.in("g")).told()).containsExactly("b cancelled GROUP");
  }

  @Test
  void touches_isTrueFromTheNearestLevelOn() {
    desk.buy("a", limit(90)).buy("b", stop(120)).sell("c", limit(118)).sell("d", stop(92)).told();
    assertThat(desk.venue.touches(Desk.BTC, 93, 117)).isFalse();
    assertThat(desk.venue.touches(Desk.BTC, 92, 117)).isTrue();
    assertThat(desk.venue.touches(Desk.BTC, 93, 118)).isTrue();
    desk.venue.cancel("c");
    desk.venue.cancel("d");
    assertThat(desk.venue.touches(Desk.BTC, 91, 119)).isFalse();
    assertThat(desk.venue.touches(Desk.BTC, 90, 119)).isTrue();
    assertThat(desk.venue.touches(Desk.BTC, 91, 120)).isTrue();
  }

  @Test
  void touches_ofAStopLimitWhoseStopWasTouched_isAboutItsLimit() {
    desk.buy("a", stopLimit(110, 95)).path(6, 112).told();
    assertThat(desk.venue.touches(Desk.BTC, 96, 200)).isFalse();
    assertThat(desk.venue.touches(Desk.BTC, 95, 200)).isTrue();
  }

  @Test
  void touches_ofWhatTakesAnyPrice_isTrue() {
    assertThat(desk.venue.touches(Desk.BTC, 0, Long.MAX_VALUE)).isFalse();
    desk.venue.restore(Desk.order("a", Side.BUY, 70, MARKET, 0), 0);
    assertThat(desk.venue.touches(Desk.BTC, 100, 100)).isTrue();
    var far = new Desk(FillTier.REALISTIC, null).tick(5, 100).buy("a", MARKET);
    assertThat(far.venue.touches(Desk.BTC, 100, 100)).isTrue();
  }

  @Test
  void see_ofAQuietQuote_allocatesNothing() {
    desk.buy("a", limit(90)).sell("b", stop(80)).told();
    var quote = new Quote(6, 99, 101, 100, 1);
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    seeAndDrain(quote);
    long before = thread.getCurrentThreadAllocatedBytes();
    seeAndDrain(quote);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(QUOTES);
  }

  private void seeAndDrain(Quote quote) {
    for (int i = 0; i < QUOTES; i++) {
      desk.venue.see(Desk.BTC, quote, PriceSource.TICK);
      if (desk.venue.next() != null) throw new AssertionError("a quiet quote must cause nothing");
    }
  }

  @Test
  void nextDeadline_isThatOfTheOrderThatExpiresFirst() {
    assertThat(desk.venue.nextDeadline(Desk.BTC)).isEqualTo(Long.MAX_VALUE);
    desk.buy("a", limit(90).lasting(TimeInForce.GTD, 40));
    desk.buy("b", limit(90).lasting(TimeInForce.GTD, 30));
    assertThat(desk.venue.nextDeadline(Desk.BTC)).isEqualTo(30);
    desk.venue.cancel("b");
    assertThat(desk.venue.nextDeadline(Desk.BTC)).isEqualTo(40);
  }

  @Test
  void working_tellsWhatHasNotEndedInOrderOfSubmission() {
    desk.buy("b", limit(90)).buy("a", limit(91)).buy("c", MARKET);
    assertThat(desk.venue.working()).extracting(VenueOrder::cid).isEqualTo(List.of("b", "a"));
  }
}
