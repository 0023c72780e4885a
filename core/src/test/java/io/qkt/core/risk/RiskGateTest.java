package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule that refuses, on both sides of its boundary. */
final class RiskGateTest {
  private static final long NOW = 10 * OwnerView.DAY;
  private static final long HOUR = OwnerView.DAY / 24;

  private final OwnerView view = new OwnerView();
  private final Halts halts = new Halts();
  private RiskLimits limits = RiskLimits.DEFAULT;

  @ParameterizedTest
  @CsvSource({"100, ''", "100.00000001, MAX_ORDER_QTY"})
  void check_ofAQuantity_refusesMoreThanTheLimit(String quantity, String code) {
    assertThat(code(buy(quantity, "0"))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void check_ofNoQuantity_isBadQuantity(String quantity) {
    assertThat(code(buy(quantity, "0"))).isEqualTo("BAD_QUANTITY");
  }

  @Test
  void check_overALimit_saysRuleBothValuesAndKey() {
    assertThat(check(buy("101", "0")).orElseThrow().why()).isEqualTo(
        "max_order_qty must be at least the quantity, 100 < 101; raise max_order_qty");
  }

  @ParameterizedTest
  @CsvSource({"2500, ''", "2500.00000001, MAX_ORDER_NOTIONAL"})
  void check_ofANotional_refusesMoreThanTheLimit(String price, String code) {
    view.price = Exact.parse(price);
    assertThat(code(buy("100", "0"))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"10, 1, ''", "11, 1, MAX_ORDER_NOTIONAL", "10, 1.1, MAX_ORDER_NOTIONAL"})
  void check_ofANotional_countsContractSizeAndRate(String size, String rate, String code) {
    view.price = Exact.parse("250");
    view.contractSize = Exact.parse(size);
    view.rate = Exact.parse(rate);
    assertThat(code(buy("100", "0"))).isEqualTo(code);
  }

  @Test
  void check_ofANotional_goesByTheOrdersOwnPrice() {
    view.price = Exact.parse("2500");
    assertThat(code(buy("100", "2501"))).isEqualTo("MAX_ORDER_NOTIONAL");
    view.price = Exact.parse("2501");
    assertThat(code(buy("100", "2500"))).isEmpty();
  }

  @Test
  void check_ofANotionalBeyondAllNumbers_refusesAndDoesNotThrow() {
    view.price = Long.MAX_VALUE;
    view.contractSize = Long.MAX_VALUE;
    assertThat(code(buy("1", "0"))).isEqualTo("MAX_ORDER_NOTIONAL");
  }

  @ParameterizedTest
  @CsvSource({"125, ''", "125.00000001, PRICE_COLLAR", "75, ''", "74.99999999, PRICE_COLLAR",
      "-1, PRICE_COLLAR"})
  void check_ofAPrice_refusesOneFartherThanTheCollar(String price, String code) {
    assertThat(code(buy("1", price))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"200, ''", "199.99999999, MARGIN_FLOOR", "0, ''"})
  void check_ofAMarginLevel_refusesBelowTheFloor(String level, String code) {
    view.marginLevel = Exact.parse(level);
    assertThat(code(buy("1", "0"))).isEqualTo(code);
  }

  @Test
  void check_whereTheVenueTellsOfNoMargin_hasNoFloor() {
    view.reportsMargin = false;
    view.marginLevel = Exact.ONE;
    assertThat(code(buy("1", "0"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 23, ''", "0.02, 23, MEASURED_USAGE", "0.02, 24, ''"})
  void check_inTheFirstHours_refusesMoreThanTheMeasure(String quantity, int hours, String code) {
    limits = limits.with("measured_usage_max_qty", "0.01");
    view.sessionStart = NOW - hours * HOUR;
    assertThat(code(buy(quantity, "0"))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"2, 3, ''", "2, 3.1, MAX_POSITION_SIZE", "-2, 7, ''", "-2, 7.1, MAX_POSITION_SIZE"})
  void check_ofAPosition_countsWhatIsThere(String position, String quantity, String code) {
    limits = limits.with("max_position_size", "5");
    view.position = Exact.parse(position);
    assertThat(code(buy(quantity, "0"))).isEqualTo(code);
  }

  @Test
  void check_ofAShortPosition_isTheSame() {
    limits = limits.with("max_position_size", "5");
    view.position = Exact.parse("-2");
    assertThat(code(order(Side.SELL, "3", "0", false))).isEmpty();
    assertThat(code(order(Side.SELL, "3.1", "0", false))).isEqualTo("MAX_POSITION_SIZE");
  }

  @ParameterizedTest
  @CsvSource({"1, false, ''", "2, false, MAX_OPEN_POSITIONS", "2, true, ''"})
  void check_ofANewInstrument_refusesOneTooMany(long positions, boolean open, String code) {
    limits = limits.with("max_open_positions", "2");
    view.openPositions = positions;
    view.open = open;
    assertThat(code(buy("1", "0"))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"2, ''", "3, MAX_TRADES_PER_DAY"})
  void check_ofTheDaysEntries_refusesOneTooMany(long entries, String code) {
    limits = limits.with("max_trades_per_day", "3");
    view.entriesToday = entries;
    assertThat(code(buy("1", "0"))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"2, 899, COOLDOWN_AFTER_LOSS", "2, 900, ''", "1, 899, ''",
      "3, 0, COOLDOWN_AFTER_LOSS"})
  void check_afterLosses_refusesUntilTheyHaveCooled(long losses, long seconds, String code) {
    limits = limits.with("cooldown_after_loss", "15m").with("cooldown_after_consecutive", "2");
    view.losses = losses;
    view.lastLossTime = NOW - seconds * 1_000_000;
    assertThat(code(buy("1", "0"))).isEqualTo(code);
  }

  @Test
  void check_ofAnAccount_asksTheAccountsRulesAlone() {
    limits = limits.with("account_max_position_size", "5").with("account_max_open_positions", "2");
    view.position = Exact.parse("5");
    assertThat(code(buy("1", "0"))).isEmpty();
    view.ofAccount = true;
    assertThat(code(buy("1", "0"))).isEqualTo("ACCOUNT_MAX_POSITION_SIZE");
    view.position = 0;
    assertThat(code(buy("5", "0"))).isEmpty();
    assertThat(code(buy("1000", "0"))).isEqualTo("ACCOUNT_MAX_POSITION_SIZE");
    view.openPositions = 1;
    assertThat(code(buy("1", "0"))).isEmpty();
    view.openPositions = 2;
    assertThat(code(buy("1", "0"))).isEqualTo("ACCOUNT_MAX_OPEN_POSITIONS");
  }

  @Test
  void check_brokenByTwoRules_isRefusedByTheFirst() {
    view.price = Exact.parse("1");
    assertThat(code(buy("1000000", "100"))).isEqualTo("MAX_ORDER_QTY");
    limits = limits.with("max_order_qty", "off");
    assertThat(code(buy("1000000", "100"))).isEqualTo("MAX_ORDER_NOTIONAL");
    limits = limits.with("max_order_notional", "0");
    assertThat(code(buy("1000000", "100"))).isEqualTo("PRICE_COLLAR");
    limits = limits.with("price_collar_pct", "0");
    assertThat(code(buy("1000000", "100"))).isEmpty();
  }

  @Test
  void check_ofAnything_neverThrows() {
    limits = limits.with("max_position_size", "5").with("max_drawdown_pct", "5");
    for (long seed = 0; seed < 10_000; seed++) {
      var cases = new Cases(seed);
      view.price = cases.anyLong();
      view.contractSize = cases.anyLong();
      view.rate = cases.anyLong();
      view.position = cases.anyLong();
      view.equity = cases.anyLong();
      view.startBalance = cases.anyLong();
      view.realizedToday = cases.anyLong();
      var order = new Proposal(cases.oneIn(2) ? Side.BUY : Side.SELL, cases.anyLong(),
          cases.anyLong(), false, 0);
      halts.judge(limits, view, NOW);
      check(order).ifPresent(refusal -> assertThat(refusal.why()).contains("must"));
    }
  }

  @Test
  void admit_ofOneTooMany_tripsTheThrottleUntilItIsEnabled() {
    limits = limits.with("order_rate.orders", "2");
    var gate = new RiskGate(limits);
    assertThat(gate.admit(buy("1", "0"), view, halts, NOW)).isEmpty();
    assertThat(gate.admit(buy("1", "0"), view, halts, NOW)).isEmpty();
    assertThat(gate.admit(buy("1", "0"), view, halts, NOW).orElseThrow().code())
        .isEqualTo("ORDER_RATE");
    assertThat(gate.admit(order(Side.SELL, "1", "0", true), view, halts, NOW)).isEmpty();
    assertThat(code(buy("1", "0"))).isEqualTo("ORDER_RATE");
    halts.throttle().enable();
    assertThat(code(buy("1", "0"))).isEmpty();
  }

  private String code(Proposal order) {
    return check(order).map(Refusal::code).orElse("");
  }

  private Optional<Refusal> check(Proposal order) {
    return new RiskGate(limits).check(order, view, halts, NOW);
  }

  private static Proposal buy(String quantity, String price) {
    return order(Side.BUY, quantity, price, false);
  }

  private static Proposal order(Side side, String quantity, String price, boolean reducing) {
    return new Proposal(side, Exact.parse(quantity), Exact.parse(price), reducing, 0);
  }
}
