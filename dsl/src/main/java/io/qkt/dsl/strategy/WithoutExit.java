package io.qkt.dsl.strategy;

import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.Rule;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds positions that are opened and that nothing in the text ever closes. */
final class WithoutExit {
  private final TreeMap<Integer, TreeSet<Side>> sides = new TreeMap<>();
  private final TreeSet<Integer> closed = new TreeSet<>();
  private boolean all;

  private WithoutExit() {}

  /** The first rule whose position stays for ever. */
  static Optional<Rule> first(Program program) {
    var search = new WithoutExit();
    Stream.concat(program.rules().stream().map(Rule::actions),
        program.schedules().stream().map(schedule -> schedule.actions())).forEach(search::take);
    return program.rules()
        .stream()
        .filter(rule -> rule.actions().stream().anyMatch(search::isForEver))
        .findFirst();
  }

  private boolean isForEver(Action action) {
    return !all && action instanceof Action.Trade(var order) && !closed.contains(order.stream())
        && sides.get(order.stream()).size() == 1;
  }

  private void take(List<Action> actions) {
    actions.forEach(this::take);
  }

  private void take(Action action) {
    switch (action) {
      case Action.Trade(var order) -> take(order);
      case Action.EitherOf(var first, var second) -> {
        take(first);
        take(second);
      }
      case Action.Close(int stream) -> closed.add(stream);
      case Action.Resize(int stream, _, _) -> closed.add(stream);
      case Action.CloseAll _ -> all = true;
      case Action.Latch(var latch) -> latch.entries().forEach(e -> closed.add(e.stream()));
      case Action.Cancel _,Action.CancelAll _ -> {
      }
      case Action.Log _ -> {
      }
    }
  }

  private void take(OrderPlan order) {
    sides.computeIfAbsent(order.stream(), _ -> new TreeSet<>()).add(order.side());
    if (order.exits() != null) closed.add(order.stream());
    order.onFill().forEach(this::take);
    take(order.hooks().onStop());
    take(order.hooks().onTarget());
    take(order.hooks().onClose());
  }
}
