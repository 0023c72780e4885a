package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdmissionGateTest {
  private static final long VALID_UNTIL = 1_000;
  private static final AdmissionGate GATE = new AdmissionGate(5 * Exact.ONE);

  @Test
  void refusal_ofWhatIsWithinAllLimits_isNone() {
    assertThat(GATE.refusal(intent(1), VALID_UNTIL - 1)).isEmpty();
    assertThat(GATE.refusal(intent(5 * Exact.ONE), 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {VALID_UNTIL, VALID_UNTIL + 1, Long.MAX_VALUE})
  void refusal_fromValidUntilOn_isExpired(long now) {
    assertThat(GATE.refusal(intent(1), now)).contains(AdmissionGate.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void refusal_ofNoQuantity_isBadQuantity(long quantity) {
    assertThat(GATE.refusal(intent(quantity), 0)).contains(AdmissionGate.BAD_QUANTITY);
  }

  @Test
  void refusal_aboveTheLargestOrder_isMaxOrderQty() {
    assertThat(GATE.refusal(intent(5 * Exact.ONE + 1), 0)).contains(AdmissionGate.MAX_ORDER_QTY);
  }

  @Test
  void refusal_ofWhatProtectsAPosition_isNeverOfAgeOrSize() {
    assertThat(GATE.refusal(exit(OrderTerms.stop(5).in("g")), Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void refusal_ofAnExitThatARuleWants_isOfAgeAndNotOfSize() {
    assertThat(GATE.refusal(exit(OrderTerms.MARKET), 0)).isEmpty();
    assertThat(GATE.refusal(exit(OrderTerms.MARKET), VALID_UNTIL))
        .contains(AdmissionGate.EXPIRED);
  }

  @Test
  void refusal_forTwoReasons_isTheFirst() {
    assertThat(GATE.refusal(intent(Long.MAX_VALUE), VALID_UNTIL)).contains(AdmissionGate.EXPIRED);
  }

  @Test
  void defaultGate_takesAHundredAtMost() {
    assertThat(AdmissionGate.DEFAULT.refusal(intent(100 * Exact.ONE), 0)).isEmpty();
    assertThat(AdmissionGate.DEFAULT.refusal(intent(100 * Exact.ONE + 1), 0)).isPresent();
  }

  private static OrderIntent exit(OrderTerms terms) {
    return new OrderIntent(1, "cid", 1, Instrument.parse("SIM:BTCUSDT"), Side.SELL,
        Long.MAX_VALUE, terms, true, 0, VALID_UNTIL);
  }

  private static OrderIntent intent(long quantity) {
    return new OrderIntent(1, "cid", 1, Instrument.parse("SIM:BTCUSDT"), Side.BUY,
        quantity, OrderTerms.MARKET, false, 0, VALID_UNTIL);
  }
}
