package io.qkt.core.session;

import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.calendar.Schedule;
import io.qkt.core.program.cell.Cells;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Cross;
import io.qkt.core.program.node.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What bars from before the start move, and what they do not. */
final class WarmUpTest {
  private static final NumberNode CLOSE = Slot.of(0, BarField.CLOSE);
  private static final Action BUY = new Action.Trade(
      OrderPlan.market(0, Side.BUY, new Sizing.Units(new Constant(1))));

  private final ProgramBuilder builder = Program.builder("warm", KEY);

  @Test
  void aWarmBar_decidesNothing() {
    var session = session(above(10));
    assertThat(session.on(new Input.Warmed(bar(1, 20)))).isEqualTo(Step.QUIET);
  }

  @Test
  void aRule_trueAtTheEndOfTheWarmUp_firesAtItsFirstBar() {
    var session = session(above(10));
    session.on(new Input.Warmed(bar(1, 20)));
    assertThat(session.onBar(bar(2, 20)).decisions()).hasSize(1);
  }

  @Test
  void warmBars_countForTheWarmUpOfARule() {
    builder.rule(0, above(10), false, new int[]{3}, List.of(BUY));
    var session = new StrategySession(builder.build(), Fixture.IDENTITY);
    session.on(new Input.Warmed(bar(1, 20)));
    session.on(new Input.Warmed(bar(2, 20)));
    assertThat(session.onBar(bar(3, 20)).decisions()).hasSize(1);
  }

  @Test
  void indicators_moveWithWarmBars() {
    var before = new Cells(builder, 1).lag(0, CLOSE, 1);
    var session = session(new Comparison.Equal(before, new Constant(7)));
    session.on(new Input.Warmed(bar(1, 7)));
    assertThat(session.onBar(bar(2, 20)).decisions()).hasSize(1);
  }

  @Test
  void aCrossing_isKnownFromTheWarmUp() {
    var session = session(new Cross(CLOSE, new Constant(10), true, builder.longs(1)));
    session.on(new Input.Warmed(bar(1, 5)));
    assertThat(session.onBar(bar(2, 20)).decisions()).hasSize(1);
  }

  @Test
  void schedules_beginWithTheFirstBarAndAreNotReplayed() {
    builder.schedule(Schedule.everyHour(0), BUY);
    var session = session(above(1_000));
    session.on(new Input.Warmed(bar(1, 20)));
    assertThat(session.nextWake()).isEqualTo(Long.MAX_VALUE);
    session.onBar(bar(7_200, 20));
    assertThat(session.nextWake()).isEqualTo(10_800 * Fixture.SECOND);
  }

  @Test
  void aWarmBar_movesTheHash() {
    var session = session(above(10));
    long before = session.stateHash();
    session.on(new Input.Warmed(bar(1, 20)));
    assertThat(session.stateHash()).isNotEqualTo(before);
  }

  private StrategySession session(ConditionNode condition) {
    builder.when(0, condition, BUY);
    return new StrategySession(builder.build(), Fixture.IDENTITY);
  }

  private static ConditionNode above(double level) {
    return new Comparison.Greater(CLOSE, new Constant(level));
  }
}
