package io.qkt.core.session;

import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.SECOND;
import static io.qkt.core.session.Fixture.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Slot;
import io.qkt.core.risk.RiskLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a position costs by the night, and what a loss costs in time. */
final class NightAndCooldownTest {
  private static final long MIDNIGHT = 86_400;
  private static final Program PROGRAM = Program.builder("night", KEY)
      .when(0, is(100), market(Side.BUY))
      .when(0, is(90), market(Side.SELL))
      .when(0, new Comparison.Greater(new Fact.OfAccount(AccountField.COOLDOWN_SECONDS),
          new Constant(598)), new Action.Log(Action.Level.INFO, "cooling", List.of()))
      .build();

  @Test
  void aPosition_heldOverARollover_paysItsSwapOnce() {
    long cent = Exact.parse("0.01");
    var spec = new InstrumentSpec(Exact.ONE, cent, cent, 0, cent, 2, 0, 0, 0, -300 * Exact.ONE, 0,
        null, 0, "");
    var session = session(new AccountPlan(Exact.parse("10000"), _ -> spec, RiskLimits.DEFAULT));
    fill(session, session.onBar(bar(MIDNIGHT - 9, 100)), 100, MIDNIGHT - 8);
    session.onBar(bar(MIDNIGHT - 3, 101));
    assertThat(session.realized()).isZero();
    session.onBar(bar(MIDNIGHT, 101));
    session.onBar(bar(MIDNIGHT + 1, 101));
    assertThat(session.realized()).isEqualTo(Exact.parse("-3"));
  }

  @Test
  void cooldown_afterALoss_runsDown() {
    var limits = RiskLimits.DEFAULT.with("cooldown_after_loss", "10m");
    var session = session(new AccountPlan(Exact.parse("10000"), _ -> InstrumentSpec.PLAIN,
        limits));
    fill(session, session.onBar(bar(1, 100)), 100, 2);
    fill(session, session.onBar(bar(2, 90)), 90, 3);
    assertThat(session.onBar(bar(3, 91)).decisions()).hasOnlyElementsOfType(Decision.Log.class)
        .hasSize(1);
    assertThat(session.onBar(bar(9, 91)).decisions()).isEmpty();
  }

  private static StrategySession session(AccountPlan account) {
    return new StrategySession(PROGRAM, Fixture.IDENTITY, account);
  }

  private static void fill(StrategySession session, Step step, long price, long second) {
    var intent = ((Decision.Place) step.decisions().getFirst()).intent();
    session.on(new Input.OrderUpdated(new Filled(intent.cid(), "x" + second, intent.instrument(),
        intent.side(), intent.quantity(), price * Exact.ONE, 0, second * SECOND, true),
        second * SECOND));
  }

  private static Action market(Side side) {
    return new Action.Trade(OrderPlan.market(0, side, new Sizing.Units(new Constant(1))));
  }

  private static Comparison is(double close) {
    return new Comparison.Equal(Slot.of(0, BarField.CLOSE), new Constant(close));
  }
}
