package io.qkt.dsl.strategy;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.StopPlan;
import java.util.Set;

/** In words, what kinds of orders actions can come to. */
final class OrderKinds {
  private static final String MARKET = "market";
  private static final String LIMIT = "limit";
  private static final String STOP = "stop";

  private OrderKinds() {}

  static void collect(Action action, Set<String> kinds) {
    switch (action) {
      case Action.Trade(var order) -> collect(order, kinds);
      case Action.EitherOf(var first, var second) -> {
        kinds.add("either-of");
        collect(first, kinds);
        collect(second, kinds);
      }
      case Action.Latch(var latch) -> {
        kinds.add("latch");
        latch.entries().forEach(entry -> collect(entry.pricing(), kinds));
      }
      case Action.Close _,Action.CloseAll _ -> kinds.add(MARKET);
      case Action.Resize _ -> kinds.add(MARKET);
      case Action.Cancel _,Action.CancelAll _ -> {
      }
      case Action.Log _ -> {
      }
    }
  }

  private static void collect(OrderPlan order, Set<String> kinds) {
    collect(order.pricing(), kinds);
    if (order.exits() != null) collect(order.exits(), kinds);
    if (order.stack() != null) {
      kinds.add("stack");
      order.stack().layers().forEach(layer -> collect(layer.pricing(), kinds));
    }
    order.tiers().forEach(tier -> {
      kinds.add("stack-at");
      if (tier.exits() != null) collect(tier.exits(), kinds);
    });
    order.onFill().forEach(child -> collect(child, kinds));
    order.hooks().onStop().forEach(action -> collect(action, kinds));
    order.hooks().onTarget().forEach(action -> collect(action, kinds));
    order.hooks().onClose().forEach(action -> collect(action, kinds));
  }

  private static void collect(Exits exits, Set<String> kinds) {
    if (exits.target() != null) kinds.add(LIMIT);
    if (exits.stop() != null) {
      kinds.add(exits.stop() instanceof StopPlan.Fixed ? STOP : "managed-stop");
    }
  }

  private static void collect(Pricing pricing, Set<String> kinds) {
    kinds.add(switch (pricing) {
      case Pricing.Market _ -> MARKET;
      case Pricing.Limit _ -> LIMIT;
      case Pricing.Stop _ -> STOP;
      case Pricing.StopLimit _ -> "stop-limit";
      case Pricing.Touched _ -> "if-touched";
      case Pricing.TrailBy _,Pricing.TrailPercent _ -> "trailing";
      case Pricing.FromAnchor(boolean isLimit, _, _) -> isLimit ? LIMIT : STOP;
    });
  }
}
