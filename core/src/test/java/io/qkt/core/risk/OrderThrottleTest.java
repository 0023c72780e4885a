package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class OrderThrottleTest {
  private static final long SECOND = 1_000_000L;
  private static final RiskLimits LIMITS = RiskLimits.DEFAULT.with("order_rate.orders", "3");

  private final OrderThrottle throttle = new OrderThrottle();

  @Test
  void take_withinTheRate_isTrue() {
    for (int i = 0; i < 100; i++)
      assertThat(throttle.take(LIMITS, i / 3 * 10 * SECOND)).isTrue();
  }

  @Test
  void take_ofOneTooMany_isFalse_andWaitingDoesNotHelp() {
    for (int i = 0; i < 3; i++)
      throttle.take(LIMITS, i);
    assertThat(throttle.take(LIMITS, 10 * SECOND - 1)).isFalse();
    assertThat(throttle.isTripped()).isTrue();
    assertThat(throttle.take(LIMITS, 1_000_000 * SECOND)).isFalse();
    throttle.enable();
    assertThat(throttle.take(LIMITS, 10 * SECOND)).isTrue();
  }

  @Test
  void take_unlessConfigured_isAlwaysTrue() {
    for (int i = 0; i < 10_000; i++)
      assertThat(throttle.take(RiskLimits.DEFAULT, 0)).isTrue();
  }

  @Test
  void take_neverLetsMoreThroughThanAnyWindowMayHold() {
    for (long seed = 0; seed < 10_000; seed++) {
      var cases = new Cases(seed);
      var limits = LIMITS.with("order_rate.orders", "" + cases.between(1, 30));
      var taken = new ArrayList<Long>();
      long now = 0;
      var fresh = new OrderThrottle();
      for (int i = 0; i < 60 && fresh.take(limits, now); i++) {
        taken.add(now);
        now += cases.between(0, 2 * SECOND);
      }
      int ordersMax = (int) limits.of(RiskKey.ORDER_RATE_ORDERS);
      for (int i = ordersMax; i < taken.size(); i++)
        assertThat(taken.get(i) - taken.get(i - ordersMax)).isGreaterThanOrEqualTo(10 * SECOND);
    }
  }
}
