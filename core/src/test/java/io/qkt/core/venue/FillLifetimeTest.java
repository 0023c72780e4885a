package io.qkt.core.venue;

import static io.qkt.core.order.OrderTerms.MARKET;
import static io.qkt.core.order.OrderTerms.limit;
import static io.qkt.core.order.OrderTerms.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** The rows of the fill table about how long an order lives. */
final class FillLifetimeTest {
  private static final long DAY = 86_400_000_000L;

  private final Desk desk = Desk.paper().tick(10, 100);

  @Test
  void gtc_staysUntilItIsExecuted() {
    assertThat(desk.buy("a", limit(90)).tick(400 * DAY, 91).told()).isEmpty();
    assertThat(desk.tick(800 * DAY, 90).told()).containsExactly("a 70@90");
  }

  @Test
  void gtd_whoseDeadlineIsNotAfterTheNewestQuote_isRejected() {
    desk.buy("a", until(limit(90), 10)).buy("b", until(limit(90), 11));
    assertThat(desk.told()).containsExactly("a rejected EXPIRED");
  }

  @Test
  void gtd_atTheFirstQuoteFromItsDeadlineOn_expiresBeforeItIsMatched() {
    desk.buy("a", until(limit(90), 20)).buy("b", until(limit(80), 21));
    assertThat(desk.tick(19, 95).told()).isEmpty();
    assertThat(desk.tick(20, 70).told()).containsExactly("a cancelled EXPIRED", "b 70@70");
  }

  @Test
  void gtd_thatExpires_doesSoBeforeAnythingIsMatched() {
    desk.buy("a", limit(90)).buy("b", until(limit(90), 20));
    assertThat(desk.tick(20, 90).told()).containsExactly("b cancelled EXPIRED", "a 70@90");
  }

  @Test
  void gtd_atAQuoteThatTouchesNothing_expires() {
    desk.buy("a", until(limit(90), 20));
    assertThat(desk.tick(20, 95).told()).containsExactly("a cancelled EXPIRED");
  }

  @Test
  void day_atTheEndOfItsUtcDay_expires() {
    desk.tick(3 * DAY + 5, 100).buy("a", stop(120).lasting(TimeInForce.DAY, 0));
    assertThat(desk.venue.nextDeadline(Desk.BTC)).isEqualTo(4 * DAY);
    assertThat(desk.tick(4 * DAY - 1, 119).told()).isEmpty();
    assertThat(desk.tick(4 * DAY, 130).told()).containsExactly("a cancelled EXPIRED");
  }

  @Test
  void day_withinItsUtcDay_isExecuted() {
    desk.tick(3 * DAY + 5, 100).buy("a", stop(120).lasting(TimeInForce.DAY, 0));
    assertThat(desk.tick(4 * DAY - 1, 121).told()).containsExactly("a 70@121");
  }

  @Test
  void ioc_thatCanNotBeExecutedOnArrival_isCancelled() {
    desk.buy("a", ioc(limit(90))).buy("b", ioc(stop(110))).buy("c", ioc(limit(100)));
    assertThat(desk.told()).containsExactly("a cancelled UNFILLABLE", "b cancelled UNFILLABLE",
        "c 70@100");
  }

  @Test
  void ioc_beforeAnyQuote_isCancelled() {
    assertThat(Desk.paper().buy("a", ioc(limit(90))).told())
        .containsExactly("a cancelled UNFILLABLE");
  }

  @Test
  void fok_isExecutedWholeOrCancelled() {
    desk.sell("a", fok(limit(120))).sell("b", fok(limit(100))).sell("c", fok(MARKET));
    assertThat(desk.told()).containsExactly("a cancelled UNFILLABLE", "b 70@100", "c 70@100");
  }

  private static OrderTerms until(OrderTerms terms, long deadline) {
    return terms.lasting(TimeInForce.GTD, deadline);
  }

  private static OrderTerms ioc(OrderTerms terms) {
    return terms.lasting(TimeInForce.IOC, 0);
  }

  private static OrderTerms fok(OrderTerms terms) {
    return terms.lasting(TimeInForce.FOK, 0);
  }
}
