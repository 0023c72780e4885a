package io.qkt.dsl.strategy;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import java.util.List;

/** The most orders that actions can come to, with all that hangs on each. */
final class OrderCount {
  private OrderCount() {}

  static int of(List<Action> actions) {
    return actions.stream().mapToInt(OrderCount::of).sum();
  }

  private static int of(Action action) {
    return switch (action) {
      case Action.Trade(var order) -> of(order);
      case Action.EitherOf(var first, var second) -> of(first) + of(second);
      case Action.Latch(var latch) -> 3 * latch.entries().size();
      case Action.Close _,Action.Resize _ -> 1;
      case Action.CloseAll _,Action.Cancel _ -> 1;
      case Action.CancelAll _,Action.Log _ -> 0;
    };
  }

  private static int of(OrderPlan order) {
    int layers = order.stack() == null ? 1 : order.stack().layers().size();
    int exits = order.exits() == null ? 0 : 2;
    int children = order.onFill().stream().mapToInt(OrderCount::of).sum();
    int hooked = Math.max(of(order.hooks().onStop()),
        Math.max(of(order.hooks().onTarget()), of(order.hooks().onClose())));
    return layers * (1 + exits) + 3 * order.tiers().size() + children + hooked;
  }
}
