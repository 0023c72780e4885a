package io.qkt.core.program;

import io.qkt.core.program.StreamPlan.Source;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Hooks;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Constant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of an order on a basket one market order for each of its constituents, of an equal part of
 * the amount. Closing and cancelling need no such thing: the session spreads them itself.
 */
final class Fan {
  private final Streams streams;

  Fan(Streams streams) {
    this.streams = streams;
  }

  List<Action> out(List<Action> actions) {
    var spread = new ArrayList<Action>();
    for (var action : actions) {
      if (action instanceof Action.Trade(var order)) {
        for (var one : out(order))
          spread.add(new Action.Trade(one));
      } else {
        spread.add(action);
      }
    }
    return List.copyOf(spread);
  }

  private List<OrderPlan> out(OrderPlan order) {
    var plan = withHooks(order);
    if (!(streams.source(plan.stream()) instanceof Source.Basket(var constituents)))
      return List.of(plan);
    boolean plain = plan.pricing() instanceof Pricing.Market && plan.exits() == null
        && plan.stack() == null && plan.tiers().isEmpty() && plan.onFill().isEmpty();
    if (!plain || !(plan.sizing() instanceof Sizing.Notional(var amount))) {
      throw new IllegalArgumentException("an order on a basket must be a plain market order of an"
          + " amount of money, was " + plan);
    }
    var part = new Sizing.Notional(
        new Arithmetic.Div(amount, new Constant(constituents.size())));
    return constituents.stream()
        .map(constituent -> OrderPlan.market(constituent, plan.side(), part))
        .toList();
  }

  /** Only what has hooks is made anew: a plan is known by its identity. */
  private OrderPlan withHooks(OrderPlan order) {
    var hooks = order.hooks();
    if (hooks.equals(Hooks.NONE)) return order;
    return order.with(order.tiers(), order.onFill(),
        new Hooks(out(hooks.onStop()), out(hooks.onTarget()), out(hooks.onClose())));
  }
}
