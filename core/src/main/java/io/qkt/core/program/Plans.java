package io.qkt.core.program;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.OrderPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Every order and latch that a program can come to, in the order of its text. A running trade names
 * its plan by the place here, so that a snapshot needs no copy of it.
 */
public final class Plans {
  public static final int NONE = -1;

  private final List<OrderPlan> orders = new ArrayList<>();
  private final List<LatchPlan> latches = new ArrayList<>();

  Plans(List<List<Action>> actions) {
    for (var some : actions)
      collect(some);
  }

  private void collect(List<Action> some) {
    for (var action : some)
      collect(action);
  }

  private void collect(Action action) {
    switch (action) {
      case Action.Trade(var order) -> collect(order);
      case Action.EitherOf(var first, var second) -> {
        collect(first);
        collect(second);
      }
      case Action.Latch(var latch) -> latches.add(latch);
      case Action.Close _,Action.CloseAll _,Action.Cancel _,Action.CancelAll _ -> {
      }
      case Action.Resize _,Action.Log _ -> {
      }
    }
  }

  private void collect(OrderPlan order) {
    orders.add(order);
    order.onFill().forEach(this::collect);
    collect(order.hooks().onStop());
    collect(order.hooks().onTarget());
    collect(order.hooks().onClose());
  }

  public OrderPlan order(int place) {
    return orders.get(place);
  }

  public LatchPlan latch(int place) {
    return latches.get(place);
  }

  /** The place of this very plan; equal plans of two rules are two places. */
  public int placeOf(OrderPlan plan) {
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i) == plan) return i;
    }
    return NONE;
  }

  public int placeOf(LatchPlan plan) {
    for (int i = 0; i < latches.size(); i++) {
      if (latches.get(i) == plan) return i;
    }
    return NONE;
  }
}
