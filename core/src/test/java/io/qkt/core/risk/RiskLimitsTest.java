package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.Cases;
import io.qkt.core.money.Exact;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RiskLimitsTest {
  @Test
  void defaults_areOneSetForAll() {
    var on = Arrays.stream(RiskRule.values())
        .filter(rule -> !rule.keys().isEmpty() && RiskLimits.DEFAULT.isOn(rule))
        .map(RiskRule::name);
    assertThat(on).containsExactly("MAX_DAILY_LOSS", "MAX_ORDER_QTY", "MAX_ORDER_NOTIONAL",
        "PRICE_COLLAR", "MARGIN_FLOOR");
  }

  @ParameterizedTest
  @CsvSource({"max_order_qty, 100", "max_order_notional, 250000", "price_collar_pct, 25",
      "margin_floor_pct, 200", "max_daily_loss, 1000"})
  void default_ofAKey_isTheWrittenOne(String key, String value) {
    assertThat(RiskLimits.DEFAULT.of(RiskKey.named(key))).isEqualTo(Exact.parse(value));
  }

  @ParameterizedTest
  @CsvSource({"cooldown_after_loss, 90s, 90000000", "cooldown_after_loss, 15m, 900000000",
      "cooldown_after_loss, 2, 2000000", "cooldown_after_loss, 1d, 86400000000",
      "max_order_qty, off, 0", "max_order_qty, 0.5, 50000000", "max_open_positions, 3, 3",
      "total_dd_basis, trailing, 1", "market_data_gate, off, 0", "market_data_gate, on, 1"})
  void with_ofAValue_readsItAsTheKeyIsMeant(String key, String value, long expected) {
    assertThat(RiskLimits.DEFAULT.with(key, value).of(RiskKey.named(key))).isEqualTo(expected);
  }

  @Test
  void without_turnsOffTheRulesThatAreNamed() {
    var limits = RiskLimits.DEFAULT.with("book_risk.de_risk.ladder", "5:0.5")
        .without(rule -> rule == RiskRule.MAX_DAILY_LOSS || rule == RiskRule.DE_RISK);
    assertThat(limits.isOn(RiskRule.MAX_DAILY_LOSS)).isFalse();
    assertThat(limits.isOn(RiskRule.DE_RISK)).isFalse();
    assertThat(limits.ladder()).isSameAs(DeRiskLadder.NONE);
    assertThat(limits.isOn(RiskRule.MAX_ORDER_QTY)).isTrue();
  }

  @Test
  void with_changesACopyAlone() {
    RiskLimits.DEFAULT.with("max_order_qty", "1");
    assertThat(RiskLimits.DEFAULT.of(RiskKey.MAX_ORDER_QTY)).isEqualTo(100 * Exact.ONE);
  }

  @Test
  void with_anUnknownKey_namesTheNearest() {
    assertThatThrownBy(() -> RiskLimits.DEFAULT.with("max_ordr_qty", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key of risk must be a known one, was 'max_ordr_qty';"
            + " did you mean max_order_qty?");
  }

  @ParameterizedTest
  @CsvSource({"max_order_qty, -1", "max_order_qty, 1e3", "max_order_qty, ''",
      "max_open_positions, 1.5", "max_open_positions, 1000001", "cooldown_after_loss, 5w",
      "cooldown_after_loss, ''", "cooldown_after_loss, m", "daily_dd_basis, static",
      "book_risk.de_risk.ladder, 5", "max_order_qty, 99999999999999999999"})
  void with_aValueThatIsNone_saysWhatIsExpected(String key, String value) {
    assertThatThrownBy(() -> RiskLimits.DEFAULT.with(key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key + " must be ")
        .hasMessageContaining("was '" + value + "'");
  }

  @ParameterizedTest
  @CsvSource({"4.99, 100", "5, 50", "9.99, 50", "10, 25", "99, 25", "NaN, 25"})
  void ladder_leavesLessTheDeeperTheDrawdown(double drawdown, long left) {
    var ladder = RiskLimits.DEFAULT.with("book_risk.de_risk.ladder", "5:0.5, 10:0.25").ladder();
    assertThat(ladder.scaled(100, drawdown)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"5:0.5, 5:0.2", "5:0.5, 6:0.5", "5:1", "5:-1", "0:0.5", "5",
      "a:b", "5:0.5,", "5:0.5, 4:0.2"})
  void ladder_thatDoesNotGoOn_isNone(String text) {
    assertThatThrownBy(() -> DeRiskLadder.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ladder_offAgain_leavesEverything() {
    var limits = RiskLimits.DEFAULT.with("book_risk.de_risk.ladder", "5:0")
        .with(
            "book_risk.de_risk.ladder", "off");
    assertThat(limits.ladder().scaled(7, 100)).isEqualTo(7);
    assertThat(limits.isOn(RiskRule.DE_RISK)).isFalse();
  }

  @Test
  void ladder_neverLeavesMoreThanThereWas() {
    var ladder = DeRiskLadder.parse("1:0.99999999,2:0.5,3:0.00000001,4:0");
    for (long seed = 0; seed < 10_000; seed++) {
      var cases = new Cases(seed);
      long quantity = cases.anyLong() & Long.MAX_VALUE;
      double drawdown = cases.between(0, 600) / 100.0;
      assertThat(ladder.scaled(quantity, drawdown)).isBetween(0L, quantity)
          .isLessThanOrEqualTo(ladder.scaled(quantity, drawdown - 1));
    }
  }
}
