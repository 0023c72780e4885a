package io.qkt.core.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.venue.VenueReport.Accepted;
import io.qkt.core.venue.VenueReport.Executed;
import io.qkt.core.venue.VenueReport.Rejected;
import org.junit.jupiter.api.Test;

final class PaperVenueTest {
  private static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");
  private static final Instrument ETH = Instrument.parse("SIM:ETHUSDT");

  private final PaperVenue venue = new PaperVenue();

  @Test
  void submit_ofABuy_isExecutedWholeAtTheAsk() {
    venue.onQuote(BTC, new Quote(5, 99, 101, 100, 1));
    assertThat(venue.submit(order("a", Side.BUY))).containsExactly(new Accepted("a", "paper-a"),
        new Executed("a", "a-1", 7, 101, 0, 5));
  }

  @Test
  void submit_ofASell_isExecutedWholeAtTheBid() {
    venue.onQuote(BTC, new Quote(5, 99, 101, 100, 1));
    assertThat(venue.submit(order("a", Side.SELL))).last()
        .isEqualTo(new Executed("a", "a-1", 7, 99, 0, 5));
  }

  @Test
  void submit_afterANewerQuote_takesTheNewer() {
    venue.onQuote(BTC, new Quote(5, 99, 101, 100, 1));
    venue.onQuote(BTC, new Quote(6, 199, 201, 200, 1));
    assertThat(venue.submit(order("a", Side.BUY))).last()
        .isEqualTo(new Executed("a", "a-1", 7, 201, 0, 6));
  }

  @Test
  void submit_ofTheSameIdAgain_isAnsweredWithWhatBecameOfTheFirst() {
    venue.onQuote(BTC, new Quote(5, 99, 101, 100, 1));
    var first = venue.submit(order("a", Side.BUY));
    venue.onQuote(BTC, new Quote(6, 199, 201, 200, 1));
    assertThat(venue.submit(order("a", Side.BUY))).isEqualTo(first);
    assertThat(venue.submit(order("b", Side.BUY))).isNotEqualTo(first);
  }

  @Test
  void submit_withoutAQuoteOfItsInstrument_isRejectedForGood() {
    venue.onQuote(ETH, new Quote(5, 99, 101, 100, 1));
    assertThat(venue.submit(order("a", Side.BUY))).containsExactly(new Rejected("a", "NO_QUOTE"));
    venue.onQuote(BTC, new Quote(5, 99, 101, 100, 1));
    assertThat(venue.submit(order("a", Side.BUY))).containsExactly(new Rejected("a", "NO_QUOTE"));
  }

  @Test
  void submit_afterNotAfter_isRejected() {
    venue.onQuote(BTC, new Quote(11, 99, 101, 100, 1));
    assertThat(venue.submit(order("a", Side.BUY))).containsExactly(new Rejected("a", "EXPIRED"));
    venue.onQuote(BTC, new Quote(10, 99, 101, 100, 1));
    assertThat(venue.submit(order("b", Side.BUY))).hasSize(2);
  }

  @Test
  void lookUp_tellsAllOfAKnownOrderAndNothingOfAnother() {
    venue.onQuote(BTC, new Quote(5, 99, 101, 100, 1));
    var reports = venue.submit(order("a", Side.BUY));
    assertThat(venue.lookUp("a")).isEqualTo(reports);
    assertThat(venue.lookUp("b")).isEmpty();
  }

  private static VenueOrder order(String cid, Side side) {
    return new VenueOrder(cid, BTC, side, 7, OrderTerms.MARKET, false, 4, 10);
  }
}
