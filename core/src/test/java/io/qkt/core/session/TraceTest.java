package io.qkt.core.session;

import static io.qkt.core.program.RuleTrace.Outcome.FALSE;
import static io.qkt.core.program.RuleTrace.Outcome.FIRES;
import static io.qkt.core.program.RuleTrace.Outcome.NOT_READY;
import static io.qkt.core.program.RuleTrace.Outcome.STILL_TRUE;
import static io.qkt.core.program.RuleTrace.Outcome.UNDEFINED;
import static io.qkt.core.session.Fixture.KEY;
import static io.qkt.core.session.Fixture.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.RuleTrace;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.cell.Cells;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that waits for two bars and buys above the close before last. */
final class TraceTest {
  private static final long[] CLOSES = {10, 10, 9, 11, 12};

  private final List<RuleTrace> told = new ArrayList<>();

  @Test
  void aTrace_saysWhyARuleFiresOrNot() {
    var session = session();
    session.traceTo(told::add);
    run(session);
    assertThat(told).extracting(RuleTrace::outcome)
        .containsExactly(NOT_READY, UNDEFINED, FALSE, FIRES, STILL_TRUE);
    assertThat(told.getFirst()).returns(1, RuleTrace::rule)
        .returns(Fixture.SECOND, RuleTrace::time);
  }

  @Test
  void aTracedSession_decidesAsAnotherDoes() {
    var traced = session();
    traced.traceTo(told::add);
    var plain = session();
    assertThat(run(traced)).isEqualTo(run(plain));
    assertThat(traced.stateHash()).isEqualTo(plain.stateHash());
  }

  private static List<Step> run(StrategySession session) {
    var steps = new ArrayList<Step>();
    for (int n = 0; n < CLOSES.length; n++)
      steps.add(session.onBar(bar(n, CLOSES[n])));
    return steps;
  }

  private static StrategySession session() {
    var builder = Program.builder("trace", KEY);
    var close = Slot.of(0, BarField.CLOSE);
    var before = new Cells(builder, 1).lag(0, close, 2);
    builder.rule(0, new Comparison.Greater(close, before), false, new int[]{2}, List.of(
        new Action.Trade(OrderPlan.market(0, Side.BUY, new Sizing.Units(new Constant(1))))));
    return new StrategySession(builder.build(), Fixture.IDENTITY);
  }
}
