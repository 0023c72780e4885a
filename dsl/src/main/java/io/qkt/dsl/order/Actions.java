package io.qkt.dsl.order;

import io.qkt.core.program.action.Action;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Action.Arm;
import io.qkt.dsl.syntax.ast.Action.Cancel;
import io.qkt.dsl.syntax.ast.Action.CancelAll;
import io.qkt.dsl.syntax.ast.Action.Close;
import io.qkt.dsl.syntax.ast.Action.CloseAll;
import io.qkt.dsl.syntax.ast.Action.Flatten;
import io.qkt.dsl.syntax.ast.Action.Log;
import io.qkt.dsl.syntax.ast.Action.OcoEntry;
import io.qkt.dsl.syntax.ast.Action.Resize;
import io.qkt.dsl.syntax.ast.Action.Trade;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Name;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Turns the actions of rules and schedules into plans and checks them while it does. */
public final class Actions {
  private static final int FIRST_STREAM = 0;

  private final Expressions expressions;
  private final Targets targets;
  private final Orders orders;

  public Actions(Scope scope, Expressions expressions, Optional<Block.Defaults> defaults) {
    this.expressions = expressions;
    targets = new Targets(scope, expressions.reports());
    var numbers = new Numbers(expressions);
    var sizes = new Sizes(expressions, targets, numbers);
    var parts = DefaultParts.of(defaults.map(Block.Defaults::clauses).orElse(List.of()),
        expressions.reports());
    orders = new Orders(targets, expressions, parts, numbers, sizes);
  }

  /** The plans in the order of the text; what was reported is left out. */
  public List<Action> plan(List<io.qkt.dsl.syntax.ast.Action> actions, Place place) {
    return actions.stream().<Action>flatMap(action -> plan(action, place)).toList();
  }

  private Stream<? extends Action> plan(io.qkt.dsl.syntax.ast.Action action, Place place) {
    return switch (action) {
      case Trade trade -> orders.plan(trade, place).stream().map(Action.Trade::new);
      case Close(var alias, _) -> each(alias, place, Action.Close::new);
      case Cancel(var alias, _) -> each(alias, place, Action.Cancel::new);
      case CloseAll _,Flatten _ -> Stream.of(new Action.CloseAll());
      case CancelAll _ -> Stream.of(new Action.CancelAll());
      case Log log -> Stream.of(log(log, place));
      case OcoEntry _,Resize _,Arm _ -> Stream.of();
    };
  }

  private Stream<Action> each(Name alias, Place place, IntFunction<Action> action) {
    return targets.tradable(alias, place)
        .stream()
        .flatMap(stream -> targets.instruments(stream).stream())
        .map(action::apply);
  }

  private Action log(Log log, Place place) {
    var fields = log.fields()
        .stream()
        .map(field -> new Action.Field(field.name().text(),
            expressions.text(field.value(), place)))
        .toList();
    return new Action.Log(Action.Level.valueOf(log.level().name()), log.text().value(), fields);
  }

  /** The stream on whose bars a rule of these actions is evaluated; none if they only log. */
  public OptionalInt clock(List<io.qkt.dsl.syntax.ast.Action> actions, Place place) {
    return actions.stream()
        .filter(action -> !(action instanceof Log))
        .findFirst()
        .map(action -> clock(action, place))
        .orElse(OptionalInt.empty());
  }

  private OptionalInt clock(io.qkt.dsl.syntax.ast.Action action, Place place) {
    return switch (action) {
      case Trade trade -> clockOf(trade.alias(), place);
      case OcoEntry(var first, _, _) -> clockOf(first.alias(), place);
      case Close(var alias, _) -> clockOf(alias, place);
      case Cancel(var alias, _) -> clockOf(alias, place);
      case Resize resize -> clockOf(resize.alias(), place);
      case Arm(var latch, _) -> clockOf(latch.alias(), place);
      case CloseAll _,Flatten _,CancelAll _ -> OptionalInt.of(FIRST_STREAM);
      case Log _ -> OptionalInt.empty();
    };
  }

  private OptionalInt clockOf(Name alias, Place place) {
    return targets.named(alias, place)
        .map(DeclaredStream::index)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
