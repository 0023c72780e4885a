package io.qkt.core.program;

import io.qkt.core.market.BarKey;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Position;

/** Programs that the builder has no words for. */
public final class Programs {
  private static final ConditionNode FLAT = new Comparison.Equal(new Position(0), new Constant(0));

  private Programs() {}

  /** WHEN flat THEN BUY: unlike a crossing, its condition may hold on many bars in a row. */
  public static Program buyWheneverFlat(BarKey stream, long quantity) {
    return Program.builder("whenever-flat", stream).when(0, FLAT, buy(quantity)).build();
  }

  /** WHEN flat THEN BUY, twice: on one bar the second rule sees the order of the first. */
  public static Program buyTwiceWheneverFlat(BarKey stream, long quantity) {
    return Program.builder("twice-flat", stream)
        .when(0, FLAT, buy(quantity))
        .when(0, FLAT, buy(quantity))
        .build();
  }

  /** WHEN true THEN BUY. */
  public static Program buyAlways(BarKey stream, long quantity) {
    return Program.builder("always", stream)
        .when(0, new Logic.Value(Truth.TRUE), buy(quantity))
        .build();
  }

  private static Action buy(long quantity) {
    var units = new Sizing.Units(new Constant(Exact.toDouble(quantity)));
    return new Action.Trade(OrderPlan.market(0, Side.BUY, units));
  }
}
