package io.qkt.dsl.order;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Hooks;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.expr.Reports;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Action.Log;
import io.qkt.dsl.syntax.ast.Action.Trade;
import io.qkt.dsl.syntax.ast.OrderOption;
import java.util.List;
import java.util.stream.Stream;

/** What is done once an order was filled, or once its position was closed. */
final class Followers {
  private final Orders orders;
  private final Logs logs;
  private final Neighbours neighbours;
  private final Reports reports;

  Followers(Orders orders, Logs logs, Neighbours neighbours, Reports reports) {
    this.orders = orders;
    this.logs = logs;
    this.neighbours = neighbours;
    this.reports = reports;
  }

  List<OrderPlan> children(OrderParts parts) {
    if (parts.onFill == null) return List.of();
    var place = parts.place.as(Place.Kind.CHILD);
    return parts.onFill.actions().stream().flatMap(action -> child(action, place)).toList();
  }

  private Stream<OrderPlan> child(io.qkt.dsl.syntax.ast.Action action, Place place) {
    if (action instanceof Trade trade) {
      return neighbours.checkChild(trade)
          ? orders.bare("an order within ON_FILL", trade, place).stream()
          : Stream.empty();
    }
    reports.error(Code.CHILD, action, "ON_FILL must hold BUY and SELL only, held something else",
        "move it into a rule of its own");
    return Stream.empty();
  }

  /** The one and only {@link Hooks#NONE} if there are none: the kernel asks for it. */
  Hooks hooks(OrderParts parts) {
    if (parts.hooks.isEmpty()) return Hooks.NONE;
    return new Hooks(hook(parts, OrderOption.Exit.ON_STOP), hook(parts, OrderOption.Exit.ON_TP),
        hook(parts, OrderOption.Exit.ON_CLOSE));
  }

  private List<Action> hook(OrderParts parts, OrderOption.Exit exit) {
    var place = parts.place.as(Place.Kind.HOOK);
    return parts.hooks.stream()
        .filter(hook -> hook.exit() == exit)
        .flatMap(hook -> hook.actions().stream())
        .<Action>flatMap(action -> hooked(action, exit, place))
        .toList();
  }

  private Stream<? extends Action> hooked(io.qkt.dsl.syntax.ast.Action action,
      OrderOption.Exit exit, Place place) {
    return switch (action) {
      case Log log -> Stream.of(logs.plan(log, place));
      case Trade trade when neighbours.checkHooked(trade, exit.name()) ->
          orders.spread(trade, place).stream().map(Action.Trade::new);
      case Trade _ -> Stream.empty();
      default -> {
        reports.error(Code.HOOK_ACTION, action, "%s must hold BUY, SELL and LOG only, held"
            .formatted(exit) + " something else", "move it into a rule of its own");
        yield Stream.empty();
      }
    };
  }
}
