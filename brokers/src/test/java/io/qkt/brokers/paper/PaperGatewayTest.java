package io.qkt.brokers.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import io.qkt.core.venue.VenueReport.Accepted;
import io.qkt.core.venue.VenueReport.Cancelled;
import io.qkt.core.venue.VenueReport.Executed;
import io.qkt.core.venue.VenueReport.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PaperGatewayTest {
  private static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");

  private final List<VenueReport> reports = new ArrayList<>();
  private long feedTime = 100;
  private final TimeAsPrice feed = new TimeAsPrice();
  private final PaperGateway gateway = new PaperGateway(feed, () -> feedTime);

  /** There is a quote at every instant: its price is the time, but for what is said otherwise. */
  private static final class TimeAsPrice implements QuoteFeed {
    final TreeMap<Long, Long> others = new TreeMap<>();

    @Override
    public List<Quote> quotes(String symbol, long from, long to) {
      return LongStream.range(from, to).mapToObj(time -> latest(symbol, time)).toList();
    }

    @Override
    public Quote latest(String symbol, long time) {
      assertThat(symbol).isEqualTo("BTCUSDT");
      long price = others.getOrDefault(time, time);
      return new Quote(time, price, price + 1, price, 1);
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
  void poll_overAQuoteThatTriggersAWaitingOrder_reportsItsExecutionAtThatQuote() {
    gateway.submit(limit("a", 90));
    feed.others.put(130L, 88L);
    feedTime = 129;
    gateway.poll();
    assertThat(reports).containsExactly(new Accepted("a", "paper-a"));
    feedTime = 200;
    gateway.poll();
    assertThat(reports).last().isEqualTo(new Executed("a", "a-1", 7, 88, 0, 130));
  }

  @Test
  void poll_withoutAnyOrder_readsNoQuotes() {
    gateway.submit(order("a", Side.BUY, 500));
    feedTime = Long.MAX_VALUE - 1;
    gateway.poll();
    assertThat(reports).hasSize(2);
  }

  @Test
  void submit_afterQuotesThatNobodyPolled_letsEarlierOrdersHaveThemFirst() {
    gateway.submit(limit("a", 90));
    feed.others.put(130L, 88L);
    feedTime = 200;
    gateway.submit(limit("b", 90));
    assertThat(reports).containsExactly(new Accepted("a", "paper-a"),
        new Executed("a", "a-1", 7, 88, 0, 130), new Accepted("b", "paper-b"));
  }

  @Test
  void cancel_thatAnExecutionOvertook_isAnsweredWithTheExecution() {
    gateway.submit(limit("a", 90));
    feed.others.put(130L, 88L);
    feedTime = 200;
    gateway.cancel("a");
    assertThat(reports).contains(new Executed("a", "a-1", 7, 88, 0, 130))
        .doesNotContain(new Cancelled("a", CancelReason.ASKED));
  }

  @Test
  void cancel_ofAnOrderThatNeverCame_barsIt() {
    gateway.cancel("a");
    gateway.submit(order("a", Side.BUY, 500));
    assertThat(reports).containsOnly(new Cancelled("a", CancelReason.NEVER_SENT));
  }

  @Test
  void order_whoseTimeIsOver_endsAlsoWhereTheFeedIsSilent() {
    var silent = new QuoteFeed() {
      @Override
      public List<Quote> quotes(String symbol, long from, long to) {
        return List.of();
      }

      @Override
      public Quote latest(String symbol, long time) {
        return new Quote(100, 100, 101, 100, 1);
      }
    };
    var over = new PaperGateway(silent, () -> feedTime);
    over.open(reports::add);
    over.submit(new VenueOrder("a", BTC, Side.BUY, 7,
        OrderTerms.limit(90).lasting(TimeInForce.GTD, 150), false, 50, 500));
    feedTime = 149;
    over.poll();
    assertThat(reports).hasSize(1);
    feedTime = 150;
    over.poll();
    assertThat(reports).last().isEqualTo(new Cancelled("a", CancelReason.EXPIRED));
  }

  @Test
  void restore_ofAWaitingOrder_executesItAsTheEarlierLifeWouldHave() {
    feed.others.put(130L, 88L);
    feedTime = 1_000;
    gateway.restore(new VenueOrder("late", BTC, Side.BUY, 7, OrderTerms.limit(90), false, 140, 500),
        0);
    gateway.restore(limit("a", 90), 0);
    gateway.poll();
    assertThat(reports).containsExactly(new Executed("a", "a-1", 7, 88, 0, 130));
  }

  @Test
  void restore_ofAStopLimit_knowsAgainThatItsStopWasTouched() {
    feed.others.put(120L, 140L);
    feed.others.put(121L, 135L);
    feedTime = 125;
    gateway.restore(new VenueOrder("a", BTC, Side.BUY, 7, OrderTerms.stopLimit(139, 136), false,
        110, 500), 0);
    gateway.poll();
    assertThat(reports).containsExactly(new Executed("a", "a-1", 7, 135, 0, 121));
  }

  @Test
  void restore_ofAGroup_letsNoOtherOfItBeExecutedAfterTheFirst() {
    var first = OrderTerms.limit(90).in("g");
    feed.others.put(130L, 88L);
    feedTime = 200;
    gateway.restore(new VenueOrder("a", BTC, Side.BUY, 7, first, false, 50, 500), 7);
    gateway.restore(new VenueOrder("b", BTC, Side.BUY, 7, first, false, 50, 500), 0);
    gateway.poll();
    assertThat(reports).containsExactly(new Cancelled("b", CancelReason.GROUP));
  }

  @Test
  void restore_ofWhatTheVenueStillHas_changesNothing() {
    gateway.submit(limit("a", 90));
    gateway.restore(limit("a", 90), 0);
    feed.others.put(130L, 88L);
    feedTime = 200;
    gateway.poll();
    assertThat(reports).containsExactly(new Accepted("a", "paper-a"),
        new Executed("a", "a-1", 7, 88, 0, 130));
  }

  @Test
  void cancel_ofAWaitingOrder_reportsThatItIsCancelled() {
    gateway.submit(limit("a", 90));
    gateway.cancel("a");
    assertThat(reports).last().isEqualTo(new Cancelled("a", CancelReason.ASKED));
  }

  @Test
  void restore_ofAMarketOrder_reportsTheExecutionOfItsRest() {
    gateway.restore(order("a", Side.BUY, 500), 3);
    assertThat(reports).containsExactly(new Executed("a", "a-4", 4, 100, 0, 100));
  }

  private static VenueOrder limit(String cid, long price) {
    return new VenueOrder(cid, BTC, Side.BUY, 7, OrderTerms.limit(price), false, 100, 500);
  }

  private static VenueOrder order(String cid, Side side, long notAfter) {
    return new VenueOrder(cid, BTC, side, 7, OrderTerms.MARKET, false, 50, notAfter);
  }
}
