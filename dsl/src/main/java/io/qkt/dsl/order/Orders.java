package io.qkt.dsl.order;

import io.qkt.core.program.action.OrderPlan;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Action.Trade;
import java.util.List;
import java.util.Optional;

/** BUY and SELL with all that hangs on them. */
final class Orders {
  private final Targets targets;
  private final Expressions expressions;
  private final DefaultParts defaults;
  private final Resizing resizing;
  private final Neighbours neighbours;
  private final Sizes sizes;
  private final Prices prices;
  private final Legs legs;
  private final Stacks stacks;
  private final Tiers tiers;
  private final Followers followers;

  Orders(Scope scope, Targets targets, Expressions expressions, DefaultParts defaults,
      Resizing resizing, Numbers numbers, Sizes sizes, Legs legs, Logs logs) {
    this.targets = targets;
    this.expressions = expressions;
    this.defaults = defaults;
    this.resizing = resizing;
    this.sizes = sizes;
    this.legs = legs;
    neighbours = new Neighbours(expressions.reports());
    prices = new Prices(expressions, numbers);
    stacks = new Stacks(expressions, numbers, sizes, prices);
    tiers = new Tiers(scope, expressions, numbers, legs);
    followers = new Followers(this, logs, neighbours, expressions.reports());
  }

  /** One order, or one for each of what a basket is made of; none after a report. */
  List<OrderPlan> plan(Trade trade, Place place) {
    return targets.tradable(trade.alias(), place)
        .map(on -> spread(parts(trade, on, place).complete(defaults)))
        .orElse(List.of());
  }

  /** The same without DEFAULTS. */
  List<OrderPlan> spread(Trade trade, Place place) {
    return targets.tradable(trade.alias(), place)
        .map(on -> spread(parts(trade, on, place)))
        .orElse(List.of());
  }

  /** One order on one instrument, for something that takes no basket. */
  Optional<OrderPlan> single(String what, Trade trade, Place place) {
    return targets.instrument(what, trade.alias(), place)
        .map(on -> whole(parts(trade, on, place).complete(defaults)));
  }

  /** The same without DEFAULTS. */
  Optional<OrderPlan> bare(String what, Trade trade, Place place) {
    return targets.instrument(what, trade.alias(), place)
        .map(on -> whole(parts(trade, on, place)));
  }

  private OrderParts parts(Trade trade, DeclaredStream on, Place place) {
    return new OrderParts(trade, on, place, expressions.reports());
  }

  private List<OrderPlan> spread(OrderParts parts) {
    if (!parts.stream.isBasket()) return List.of(whole(parts));
    if (!neighbours.checkBasket(parts)) return List.of();
    var instruments = targets.instruments(parts.stream);
    var part = Sizes.part(sizes.of(parts), instruments.size());
    return instruments.stream()
        .map(stream -> OrderPlan.market(stream, parts.trade.side(), part))
        .toList();
  }

  private OrderPlan whole(OrderParts parts) {
    neighbours.check(parts);
    if (parts.hasLegs()) resizing.bracketed(parts.stream);
    var size = stacks.seedSize(parts);
    var pricing = stacks.seedPrice(parts);
    return new OrderPlan(parts.stream.index(), parts.trade.side(), size, pricing,
        prices.lasting(parts, pricing), legs.of(parts), stacks.of(parts, size), tiers.of(parts),
        followers.children(parts), followers.hooks(parts), false);
  }
}
