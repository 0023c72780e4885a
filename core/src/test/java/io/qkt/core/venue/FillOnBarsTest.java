package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static io.qkt.core.order.OrderTerms.stopLimit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rows of the fill table for the corners of bars of the tier paper. */
final class FillOnBarsTest {
  private final Desk desk = Desk.paper().open(1, 100);

  @Test
  void market_onACorner_isExecutedAtItsPrice() {
    assertThat(desk.buy("a", MARKET).told()).containsExactly("a 70@100");
    assertThat(desk.path(2, 103).sell("b", MARKET).told()).containsExactly("b 70@103");
  }

  @Test
  void limit_onItsWayThroughABar_isExecutedExactlyAtItsPrice() {
    desk.buy("a", limit(97)).sell("b", limit(103));
    assertThat(desk.path(2, 98).told()).isEmpty();
    assertThat(desk.path(3, 95).told()).containsExactly("a 70@97");
    assertThat(desk.path(4, 103).told()).containsExactly("b 70@103");
  }

  @Test
  void limit_atABarThatOpensBetter_isExecutedExactlyAtItsPrice() {
    desk.buy("a", limit(97)).sell("b", limit(103));
    assertThat(desk.open(2, 90).told()).containsExactly("a 70@97");
    assertThat(desk.open(3, 110).told()).containsExactly("b 70@103");
  }

  @Test
  void stop_onItsWayThroughABar_isExecutedExactlyAtItsLevel() {
    desk.buy("a", stop(105)).sell("b", stop(95));
    assertThat(desk.path(2, 104).told()).isEmpty();
    assertThat(desk.path(3, 109).told()).containsExactly("a 70@105");
    assertThat(desk.path(4, 90).told()).containsExactly("b 70@95");
  }

  @Test
  void stop_atABarThatOpensBeyondItBehindAHole_isExecutedAtTheOpen() {
    desk.buy("a", stop(105)).sell("b", stop(95));
    assertThat(desk.gap(2, 109).told()).containsExactly("a 70@109");
    assertThat(desk.gap(3, 90).told()).containsExactly("b 70@90");
  }

  @Test
  void stop_atABarThatOpensBeyondItWithoutAHole_isExecutedAtItsLevel() {
    desk.buy("a", stop(105)).sell("b", stop(95));
    assertThat(desk.open(2, 109).told()).containsExactly("a 70@105");
    assertThat(desk.open(3, 90).told()).containsExactly("b 70@95");
  }

  @Test
  void stop_atABarThatOpensAtIt_isExecutedAtItsLevel() {
    assertThat(desk.buy("a", stop(105)).open(2, 105).told()).containsExactly("a 70@105");
  }

  @Test
  void stopLimit_whoseLimitIsPassedAfterTheStop_isExecutedAtItsLimit() {
    desk.buy("a", stopLimit(105, 107)).sell("b", stopLimit(95, 93));
    assertThat(desk.path(2, 110).told()).containsExactly("a 70@107");
    assertThat(desk.path(3, 94).told()).containsExactly("b 70@93");
  }

  @Test
  void stopLimit_whoseLimitLiesBackFromTheStop_waitsUntilACornerReachesIt() {
    desk.buy("a", stopLimit(105, 103));
    assertThat(desk.path(2, 106).told()).isEmpty();
    assertThat(desk.path(3, 104).told()).isEmpty();
    assertThat(desk.path(4, 101).told()).containsExactly("a 70@103");
  }

  @Test
  void stopLimit_atABarThatOpensBeyondItsLimit_waitsUntilACornerReachesIt() {
    desk.buy("a", stopLimit(105, 107));
    assertThat(desk.open(2, 110).told()).isEmpty();
    assertThat(desk.path(3, 108).told()).isEmpty();
    assertThat(desk.path(4, 106).told()).containsExactly("a 70@107");
  }

  @Test
  void stopLimit_whoseLimitWasReachedBeforeTheStopOnly_isNotExecuted() {
    desk.buy("a", stopLimit(105, 98));
    assertThat(desk.path(2, 97).told()).isEmpty();
    assertThat(desk.path(3, 106).told()).isEmpty();
    assertThat(desk.path(4, 99).told()).isEmpty();
  }
}
