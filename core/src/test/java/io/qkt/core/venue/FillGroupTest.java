package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import org.junit.jupiter.api.Test;

/** The rows of the fill table about orders that exclude each other. */
final class FillGroupTest {
  private final Desk desk = Desk.paper().open(1, 100);

  @Test
  void execution_ofOneOfAGroup_cancelsTheOthersBeforeAnythingElseIsMatched() {
    desk.sell("a", limit(105).in("g")).sell("b", limit(106)).sell("c", limit(106).in("g"));
    desk.sell("d", stop(95).in("g"));
    assertThat(desk.path(2, 106).told()).containsExactly("a 70@105", "c cancelled GROUP",
        "d cancelled GROUP", "b 70@106");
    assertThat(desk.path(3, 90).told()).isEmpty();
  }

  @Test
  void order_ofAGroupOfWhichOneWasExecuted_isCancelledWhenItComes() {
    desk.sell("a", MARKET.in("g")).sell("b", MARKET.in("g")).sell("c", MARKET.in("h"));
    assertThat(desk.told()).containsExactly("a 70@100", "b cancelled GROUP", "c 70@100");
  }

  @Test
  void end_ofOneOfAGroupWithoutAnExecution_leavesTheOthers() {
    desk.sell("a", limit(105).in("g")).sell("b", stop(95).in("g"));
    desk.venue.cancel("a");
    assertThat(desk.told()).containsExactly("a cancelled ASKED");
    assertThat(desk.path(2, 94).told()).containsExactly("b 70@95");
  }

  @Test
  void group_ofWhichTwoAreTriggeredByOneCorner_isExecutedOnce() {
    desk.buy("a", stop(105).in("g")).buy("b", stop(103).in("g"));
    assertThat(desk.path(2, 110).told()).containsExactly("a 70@105", "b cancelled GROUP");
  }

  @Test
  void group_whoseOrderAnEarlierLifeHadExecutedInPart_isThatOrders() {
    var part = Desk.order("a", Side.SELL, 70, limit(105).in("g"), 0);
    desk.sell("b", stop(95).in("g"));
    desk.venue.restore(part, 30);
    desk.sell("c", stop(96).in("g"));
    assertThat(desk.told()).containsExactly("b cancelled GROUP", "c cancelled GROUP");
    assertThat(desk.path(2, 105).told()).containsExactly("a 40@105");
  }
}
