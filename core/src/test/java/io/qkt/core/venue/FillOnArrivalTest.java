package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.due;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static io.qkt.core.order.OrderTerms.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import org.junit.jupiter.api.Test;

/** The rows of the fill table for an order that could be executed when it comes. */
final class FillOnArrivalTest {
  @Test
  void limit_thatIsMarketableOnATick_isExecutedAtTheBetterOfItsPriceAndTheMarket() {
    var desk = Desk.paper().tick(1, 99, 101, 100);
    assertThat(desk.buy("a", limit(130)).told()).containsExactly("a 70@100");
    assertThat(desk.sell("b", limit(99)).told()).containsExactly("b 70@100");
    assertThat(desk.tick(2, 99, 101, 105).buy("c", limit(101)).told())
        .containsExactly("c 70@101");
  }

  @Test
  void limit_thatIsMarketableOnACorner_isExecutedAtTheCorner() {
    var desk = Desk.paper().open(1, 111);
    assertThat(desk.buy("a", limit(130)).told()).containsExactly("a 70@111");
    assertThat(desk.path(2, 113).sell("b", limit(113)).told()).containsExactly("b 70@113");
  }

  @Test
  void limit_betweenTheSides_isNotMarketable() {
    var desk = Desk.paper().tick(1, 98, 102, 100);
    assertThat(desk.buy("a", limit(101)).sell("b", limit(99)).told()).isEmpty();
  }

  @Test
  void stop_thatIsReachedOnATick_meetsTheNextOne() {
    var desk = Desk.paper().tick(1, 99, 101, 100);
    assertThat(desk.buy("a", stop(101)).sell("b", stop(105)).told()).isEmpty();
    assertThat(desk.tick(2, 100, 102, 101).told()).containsExactly("a 70@101", "b 70@101");
  }

  @Test
  void exit_thatIsReachedOnTheTickOfItsEntry_meetsTheNextOne() {
    var desk = Desk.paper().tick(1, 99, 101, 100);
    assertThat(desk.exit("a", limit(98)).exit("b", stop(102)).told()).isEmpty();
    assertThat(desk.tick(2, 100, 102, 101).told()).containsExactly("a 70@101", "b 70@101");
  }

  @Test
  void stop_thatIsReachedOnACorner_meetsTheNextOne() {
    var desk = Desk.paper().open(1, 100).path(2, 96);
    assertThat(desk.sell("a", stop(98)).told()).isEmpty();
    assertThat(desk.path(3, 97).told()).containsExactly("a 70@98");
  }

  @Test
  void exit_thatIsReachedOnTheWayThroughABar_isExecutedAtItsLevel() {
    var desk = Desk.paper().open(1, 100).path(2, 96);
    assertThat(desk.exit("a", stop(98)).told()).containsExactly("a 70@98");
    assertThat(desk.exit("b", stop(96)).told()).containsExactly("b 70@96");
  }

  @Test
  void exit_thatIsReachedAtAnOpen_isExecutedAtTheOpen() {
    var desk = Desk.paper().open(1, 96);
    assertThat(desk.exit("a", stop(98)).told()).containsExactly("a 70@96");
    assertThat(desk.exit("b", stop(96)).told()).containsExactly("b 70@96");
  }

  @Test
  void heldStop_thatIsDue_isExecutedAtTheTickOrAtItsLevelInABar() {
    assertThat(Desk.paper().tick(1, 100).sell("a", due(101)).told()).containsExactly("a 70@100");
    assertThat(Desk.paper().open(1, 105).path(2, 96).sell("a", due(101)).told())
        .containsExactly("a 70@101");
  }

  @Test
  void stopLimit_whoseStopIsReached_meetsTheNextPrice() {
    var desk = Desk.paper().open(1, 110);
    assertThat(desk.buy("a", stopLimit(105, 115)).buy("b", stopLimit(105, 107)).told()).isEmpty();
    assertThat(desk.path(3, 106).told()).containsExactly("a 70@115", "b 70@107");
  }

  @Test
  void market_beforeAnyQuote_isRejected() {
    assertThat(Desk.paper().buy("a", MARKET).told()).containsExactly("a rejected NO_QUOTE");
  }

  @Test
  void limitAndStop_beforeAnyQuote_wait() {
    var desk = Desk.paper().buy("a", limit(100)).sell("b", stop(100));
    assertThat(desk.told()).isEmpty();
    assertThat(desk.tick(1, 99).told()).containsExactly("a 70@99", "b 70@99");
  }

  @Test
  void order_withoutAQuantity_isRejected() {
    var desk = Desk.paper().tick(1, 100);
    desk.send(Desk.order("a", Side.BUY, 0, MARKET, 0));
    desk.send(Desk.order("b", Side.BUY, -7, limit(90), 0));
    assertThat(desk.told()).containsExactly("a rejected BAD_QUANTITY", "b rejected BAD_QUANTITY");
  }

  @Test
  void order_withoutAPrice_isRejected() {
    var desk = Desk.paper().tick(1, 100);
    desk.buy("a", limit(0)).sell("b", stop(-5)).buy("c", stopLimit(105, Long.MIN_VALUE));
    assertThat(desk.told()).containsExactly("a rejected BAD_PRICE", "b rejected BAD_PRICE",
        "c rejected BAD_PRICE");
  }

  @Test
  void order_thatComesAfterItMayBeSent_isRejected() {
    var desk = Desk.paper().tick(11, 100);
    desk.send(validUntil("a", 10)).send(validUntil("b", 11));
    assertThat(desk.told()).containsExactly("a rejected EXPIRED", "b 70@100");
  }

  private static VenueOrder validUntil(String cid, long notAfter) {
    return new VenueOrder(cid, Desk.BTC, Side.BUY, Desk.QUANTITY, MARKET, false, 4, notAfter);
  }
}
