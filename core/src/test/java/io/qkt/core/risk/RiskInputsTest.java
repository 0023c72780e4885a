package io.qkt.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.risk.RiskRule.Effect;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot decide refuses and says why; what reduces passes every rule. */
final class RiskInputsTest {
  private static final long NOW = 10 * OwnerView.DAY;
  private static final Proposal BUY = new Proposal(Side.BUY, Exact.ONE, 100 * Exact.ONE, false, 0);
  private static final Proposal REDUCE = new Proposal(Side.SELL, Long.MAX_VALUE, 1, true, 0);

  static Stream<Arguments> rulesWithInputs() {
    return rules().flatMap(rule -> rule.inputs()
        .stream()
        .filter(input -> input != RiskInput.EVENTS)
        .map(input -> Arguments.of(rule, input)));
  }

  static Stream<RiskRule> rules() {
    return Arrays.stream(RiskRule.values())
        .filter(rule -> rule.effect() == Effect.REFUSES || rule.effect() == Effect.HALTS);
  }

  @ParameterizedTest
  @MethodSource("rulesWithInputs")
  void check_withoutAnInput_refusesAndSaysWhich(RiskRule rule, RiskInput input) {
    var view = view(rule);
    var limits = only(rule, input);
    // Its own price makes the notional known, so that input is asked of a market order.
    var order = rule == RiskRule.PRICE_COLLAR ? BUY : new Proposal(Side.BUY, 1, 0, false, 0);
    assertThat(check(limits, order, view)).isEmpty();
    assertThat(new RiskGate(limits).withoutInput(view)).isEmpty();

    view.unknown.add(input);

    assertThat(check(limits, order, view)).isEqualTo(rule + ": " + rule.key() + " must know the "
        + input.words() + ", which is missing; provide it or turn " + rule.key() + " off");
    assertThat(new RiskGate(limits).withoutInput(view)).containsExactly(rule.name());
  }

  @Test
  void check_ofANotionalWithItsOwnPrice_needsNoOtherButTheRest() {
    var view = new OwnerView();
    view.unknown.add(RiskInput.PRICE);
    var limits = only(RiskRule.MAX_ORDER_NOTIONAL, RiskInput.PRICE);
    var order = new Proposal(Side.BUY, Exact.ONE, 50 * Exact.ONE, false, 0);
    assertThat(check(limits, order, view)).isEmpty();
    view.unknown.add(RiskInput.RATE);
    assertThat(check(limits, order, view)).contains("must know the rate");
  }

  @Test
  void check_ofAMarketOrder_needsNoPriceForTheCollar() {
    var view = new OwnerView();
    view.unknown.add(RiskInput.PRICE);
    var limits = only(RiskRule.PRICE_COLLAR, RiskInput.PRICE);
    assertThat(check(limits, new Proposal(Side.BUY, 1, 0, false, 0), view)).isEmpty();
  }

  @Test
  void check_withAnEquityThatIsOld_takesItForMissing() {
    var view = new OwnerView();
    var limits = only(RiskRule.MAX_DRAWDOWN, RiskInput.EQUITY);
    view.equityTime = NOW - 15_000_000;
    assertThat(check(limits, BUY, view)).isEmpty();
    view.equityTime--;
    assertThat(check(limits, BUY, view)).startsWith("MAX_DRAWDOWN").contains("equity");
    assertThat(new RiskGate(limits).withoutInput(view)).isEmpty();
  }

  @Test
  void check_withABaseOfNothing_takesItForMissing() {
    var view = new OwnerView();
    view.startBalance = 0;
    assertThat(check(only(RiskRule.MAX_DRAWDOWN, RiskInput.EQUITY), BUY, view))
        .contains("start balance");
  }

  @Test
  void check_afterALossOfWhichTheTimeIsUnknown_refuses() {
    var view = new OwnerView();
    view.losses = 1;
    assertThat(check(only(RiskRule.COOLDOWN_AFTER_LOSS, RiskInput.LOSSES), BUY, view))
        .contains("losses, which is missing");
  }

  @Test
  void withoutInput_whereTheVenueTellsOfNoMargin_listsTheFloor() {
    var view = new OwnerView();
    view.reportsMargin = false;
    assertThat(new RiskGate(RiskLimits.DEFAULT).withoutInput(view)).containsExactly("MARGIN_FLOOR");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void check_ofWhatReduces_passesEvenWithoutAnyInput(RiskRule rule) {
    if (rule == RiskRule.KILLED) return;
    var view = view(rule);
    view.unknown.addAll(EnumSet.allOf(RiskInput.class));
    var halts = new Halts();
    halts.halt(rule, "it must not be, was", NOW);
    assertThat(new RiskGate(RiskLimits.LIVE).check(REDUCE, view, halts, NOW)).isEmpty();
    assertThat(new RiskGate(RiskLimits.LIVE).check(BUY, view, halts, NOW)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(RiskRule.class)
  void rule_withAKey_canBeTurnedOff(RiskRule rule) {
    var limits = RiskLimits.LIVE;
    for (var key : rule.keys())
      if (key != RiskKey.TOTAL_DD_BASIS && key != RiskKey.DAILY_DD_BASIS
          && key != RiskKey.LOSS_STREAK_HALT_SCOPE)
        limits = limits.with(key.key(), key == RiskKey.BOOK_ALLOCATION ? "fixed" : "off");
    assertThat(limits.isOn(rule)).isEqualTo(rule.keys().isEmpty());
  }

  private static OwnerView view(RiskRule rule) {
    var view = new OwnerView();
    view.ofAccount = rule.ofAccount();
    return view;
  }

  /** Everything off but {@code rule}, which is measured by what {@code input} tells. */
  private static RiskLimits only(RiskRule rule, RiskInput input) {
    var limits = RiskLimits.DEFAULT.with("max_order_qty", "0")
        .with("max_order_notional", "0")
        .with("price_collar_pct", "0")
        .with("margin_floor_pct", "0")
        .with("max_daily_loss", "0");
    return limits.with(rule.key(), "50")
        .with("total_dd_basis", input == RiskInput.PEAK ? "trailing" : "static");
  }

  private static String check(RiskLimits limits, Proposal order, RiskView view) {
    return new RiskGate(limits).check(order, view, new Halts(), NOW)
        .map(refusal -> refusal.code() + ": " + refusal.why())
        .orElse("");
  }
}
