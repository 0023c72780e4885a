package io.qkt.dsl.order;

import io.qkt.core.program.action.Hooks;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.syntax.ast.Action;
import java.util.List;

/** BUY and SELL with all that hangs on them. */
final class Orders {
  private final Targets targets;
  private final Expressions expressions;
  private final DefaultParts defaults;
  private final Sizes sizes;
  private final Prices prices;
  private final Legs legs;

  Orders(Targets targets, Expressions expressions, DefaultParts defaults, Numbers numbers,
      Sizes sizes) {
    this.targets = targets;
    this.expressions = expressions;
    this.defaults = defaults;
    this.sizes = sizes;
    prices = new Prices(expressions, numbers);
    legs = new Legs(expressions, numbers);
  }

  /** One order, or one for each of what a basket is made of; none after a report. */
  List<OrderPlan> plan(Action.Trade trade, Place place) {
    var target = targets.tradable(trade.alias(), place);
    if (target.isEmpty()) return List.of();
    var parts = new OrderParts(trade, target.get(), place, expressions.reports());
    parts.complete(defaults);
    return List.of(whole(parts));
  }

  private OrderPlan whole(OrderParts parts) {
    var pricing = prices.of(parts);
    var lasting = prices.lasting(parts, pricing);
    var exits = legs.of(parts);
    return new OrderPlan(parts.stream.index(), parts.trade.side(), sizes.of(parts), pricing,
        lasting, exits, null, List.of(), List.of(), Hooks.NONE, false);
  }
}
