package io.qkt.core.session;

import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.bar;
import static io.qkt.core.session.Fixture.filled;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A loss beyond the limit of the day, made by selling 80 of 100 at 15 less than they cost. */
final class HaltedTest {
  private final StrategySession session = new StrategySession(Program.builder("halted", KEY)
      .when(0, is(100), bracket(), limit(Side.BUY, 80), limit(Side.SELL, 120))
      .when(0, is(85), new Action.Trade(order(Side.SELL, 80)))
      .build(), Fixture.IDENTITY);

  @Test
  void aHalt_takesEntriesBack_andLeavesWhatReduces() {
    var placed = intents(session.onBar(bar(1, 100)));
    fill(placed.getFirst(), 100);
    var loss = intents(session.onBar(bar(2, 85))).getFirst();
    assertThat(cancelled(fill(loss, 85))).contains(placed.get(1).cid())
        .doesNotContain(placed.get(2).cid());
  }

  private Step fill(OrderIntent intent, long price) {
    return session.on(new Input.OrderUpdated(filled(intent, price), 0));
  }

  private static List<String> cancelled(Step step) {
    return step.decisions()
        .stream()
        .filter(Decision.Cancel.class::isInstance)
        .map(decision -> ((Decision.Cancel) decision).cid())
        .toList();
  }

  private static List<OrderIntent> intents(Step step) {
    return step.decisions()
        .stream()
        .filter(Decision.Place.class::isInstance)
        .map(decision -> ((Decision.Place) decision).intent())
        .toList();
  }

  private static Action bracket() {
    return new Action.Trade(order(Side.BUY, 100).with(
        new Exits(new StopPlan.Fixed(new Distance.By(new Constant(20))), null)));
  }

  private static Action limit(Side side, double price) {
    return new Action.Trade(order(side, 10).at(new Pricing.Limit(new Constant(price)),
        Lasting.GTC));
  }

  private static OrderPlan order(Side side, int quantity) {
    return OrderPlan.market(0, side, new Sizing.Units(new Constant(quantity)));
  }

  private static Comparison is(double close) {
    return new Comparison.Equal(Slot.of(0, BarField.CLOSE), new Constant(close));
  }
}
