package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static io.qkt.core.order.OrderTerms.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rows of the fill table for ticks of the tier paper. */
final class FillOnTicksTest {
  private final Desk desk = Desk.paper().tick(1, 99, 101, 100);

  @Test
  void market_onATick_isExecutedAtTheLastTradeAndNotAtASide() {
    assertThat(desk.buy("a", MARKET).told()).containsExactly("a 70@100");
    assertThat(desk.tick(2, 95, 105, 103).sell("b", MARKET).told()).containsExactly("b 70@103");
  }

  @Test
  void market_withoutALastTrade_isExecutedInTheMiddle() {
    assertThat(desk.tick(2, 90, 100, 0).buy("a", MARKET).told()).containsExactly("a 70@95");
  }

  @Test
  void buyLimit_isTriggeredByTheAskAndExecutedAtTheTick() {
    desk.buy("a", limit(97));
    assertThat(desk.tick(2, 96, 98, 96).told()).isEmpty();
    assertThat(desk.tick(3, 94, 97, 95).told()).containsExactly("a 70@95");
  }

  @Test
  void sellLimit_isTriggeredByTheBidAndExecutedAtTheTick() {
    desk.sell("a", limit(103));
    assertThat(desk.tick(2, 102, 104, 104).told()).isEmpty();
    assertThat(desk.tick(3, 103, 107, 105).told()).containsExactly("a 70@105");
  }

  @Test
  void limit_whoseTickIsWorseThanItsPrice_isExecutedAtItsPrice() {
    desk.buy("a", limit(97)).sell("b", limit(103));
    // The last trade may lie far from sides that have moved since.
    assertThat(desk.tick(2, 95, 96, 99).told()).containsExactly("a 70@97");
    assertThat(desk.tick(3, 104, 105, 99).told()).containsExactly("b 70@103");
  }

  @Test
  void buyStop_isTriggeredByTheAskAndExecutedAtTheTick() {
    desk.buy("a", stop(105));
    assertThat(desk.tick(2, 103, 104, 106).told()).isEmpty();
    assertThat(desk.tick(3, 104, 105, 108).told()).containsExactly("a 70@108");
  }

  @Test
  void sellStop_isTriggeredByTheBidAndExecutedAtTheTick() {
    desk.sell("a", stop(95));
    assertThat(desk.tick(2, 96, 97, 94).told()).isEmpty();
    assertThat(desk.tick(3, 95, 97, 92).told()).containsExactly("a 70@92");
  }

  @Test
  void stopLimit_whoseTickSatisfiesItsLimit_isExecutedAtTheSideItNeeds() {
    desk.buy("a", stopLimit(105, 107)).sell("b", stopLimit(95, 93));
    assertThat(desk.tick(2, 105, 106, 105).told()).containsExactly("a 70@106");
    assertThat(desk.tick(3, 94, 96, 95).told()).containsExactly("b 70@94");
  }

  @Test
  void stopLimit_whoseTickIsBeyondItsLimit_waitsAsALimit() {
    desk.buy("a", stopLimit(105, 107));
    assertThat(desk.tick(2, 108, 109, 108).told()).isEmpty();
    assertThat(desk.tick(3, 101, 102, 101).told()).containsExactly("a 70@101");
  }
}
