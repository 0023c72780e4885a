package io.qkt.brokers.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import io.qkt.core.venue.VenueReport.Accepted;
import io.qkt.core.venue.VenueReport.Cancelled;
import io.qkt.core.venue.VenueReport.Executed;
import io.qkt.core.venue.VenueReport.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PaperGatewayTest {
  private static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");

  private final List<VenueReport> reports = new ArrayList<>();
  private long feedTime = 100;
  private final PaperGateway gateway = new PaperGateway(new TimeAsPrice(), () -> feedTime);

  /** The bid of BTCUSDT is the time at which it is asked for, the ask is one more. */
  private static final class TimeAsPrice implements QuoteFeed {
    @Override
    public List<Quote> quotes(String symbol, long from, long to) {
      throw new AssertionError("a gateway must want the newest quote alone");
    }

    @Override
    public Quote latest(String symbol, long time) {
      assertThat(symbol).isEqualTo("BTCUSDT");
      return new Quote(time, time, time + 1, time, 1);
    }
  }

  @BeforeEach
  void open() {
    gateway.open(reports::add);
  }

  @Test
  void submit_ofAnOrder_reportsItsExecutionAtTheQuoteOfNow() {
    gateway.submit(order("a", Side.BUY, 500));
    feedTime = 200;
    gateway.submit(order("b", Side.SELL, 500));
    assertThat(reports).containsExactly(new Accepted("a", "paper-a"),
        new Executed("a", "a-1", 7, 100, 0, 100), new Accepted("b", "paper-b"),
        new Executed("b", "b-1", 7, 200, 0, 200));
  }

  @Test
  void submit_ofTheSameIdAgain_reportsTheSameExecution() {
    gateway.submit(order("a", Side.BUY, 500));
    feedTime = 200;
    gateway.submit(order("a", Side.BUY, 500));
    assertThat(reports.subList(2, 4)).isEqualTo(reports.subList(0, 2));
  }

  @Test
  void submit_ofAnOrderThatIsTooOld_reportsItsRejection() {
    gateway.submit(order("a", Side.BUY, 99));
    assertThat(reports).containsExactly(new Rejected("a", "EXPIRED"));
  }

  @Test
  void lookUp_ofAKnownOrder_tellsWhatWasReported() {
    gateway.submit(order("a", Side.BUY, 500));
    assertThat(gateway.lookUp("a")).isCompletedWithValue(reports);
  }

  @Test
  void lookUp_ofAnUnknownOrder_isEmptyAndProvesItsAbsence() {
    assertThat(gateway.lookUp("a")).isCompletedWithValue(List.of());
    assertThat(gateway.absenceProvedAfter(order("a", Side.BUY, 500))).isEqualTo(50);
  }

  @Test
  void venue_ofAnotherGateway_isAnotherVenue() {
    gateway.submit(order("a", Side.BUY, 500));
    var afterACrash = new PaperGateway(new TimeAsPrice(), () -> feedTime);
    assertThat(afterACrash.lookUp("a")).isCompletedWithValue(List.of());
  }

  @Test
  void onQuote_thatTriggersAWaitingOrder_reportsItsExecution() {
    gateway.submit(new VenueOrder("a", BTC, Side.BUY, 7, OrderTerms.limit(90), false, 50, 500));
    gateway.onQuote(BTC, new Quote(101, 90, 91, 90, 1));
    assertThat(reports).containsExactly(new Accepted("a", "paper-a"));
    gateway.onQuote(BTC, new Quote(102, 88, 89, 88, 1));
    assertThat(reports).last().isEqualTo(new Executed("a", "a-1", 7, 88, 0, 102));
  }

  @Test
  void cancel_ofAWaitingOrder_reportsThatItIsCancelled() {
    gateway.submit(new VenueOrder("a", BTC, Side.BUY, 7, OrderTerms.limit(90), false, 50, 500));
    gateway.cancel("a");
    assertThat(reports).last().isEqualTo(new Cancelled("a", CancelReason.ASKED));
  }

  @Test
  void restore_ofAMarketOrder_reportsTheExecutionOfItsRest() {
    gateway.restore(order("a", Side.BUY, 500), 3);
    assertThat(reports).containsExactly(new Executed("a", "a-4", 4, 100, 0, 100));
  }

  private static VenueOrder order(String cid, Side side, long notAfter) {
    return new VenueOrder(cid, BTC, side, 7, OrderTerms.MARKET, false, 50, notAfter);
  }
}
