package io.qkt.dsl.order;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Sizing;
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

  private final Targets targets;
  private final Numbers numbers;
  private final Sizes sizes;
  private final Resizing resizing;
  private final Logs logs;
  private final Orders orders;
  private final Latches latches;

  public Actions(Scope scope, Expressions expressions, Optional<Block.Defaults> defaults) {
    var reports = expressions.reports();
    targets = new Targets(scope, reports);
    numbers = new Numbers(expressions);
    sizes = new Sizes(expressions, targets, numbers);
    resizing = new Resizing(reports);
    logs = new Logs(expressions);
    var legs = new Legs(expressions, numbers);
    orders = new Orders(scope, targets, expressions, DefaultParts.of(
        defaults.map(Block.Defaults::clauses).orElse(List.of()), reports), resizing, numbers, sizes,
        legs, logs);
    latches = new Latches(expressions, targets, numbers, sizes, legs);
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
      case Log log -> Stream.of(logs.plan(log, place));
      case OcoEntry either -> eitherOf(either, place);
      case Resize resize -> resize(resize, place);
      case Arm(var latch, _) -> latches.plan(latch, place).map(Action.Latch::new).stream();
    };
  }

  private Stream<Action> each(Name alias, Place place, IntFunction<Action> action) {
    return targets.tradable(alias, place)
        .stream()
        .flatMap(stream -> targets.instruments(stream).stream())
        .map(action::apply);
  }

  /** Two entries with exits may both be held one day, so each has a position of its own. */
  private Stream<Action> eitherOf(OcoEntry either, Place place) {
    var legs = Stream.of(either.first(), either.second())
        .flatMap(leg -> orders.single("a leg of OCO_ENTRY", leg, place).stream())
        .map(leg -> leg.exits() == null ? leg : leg.onItsOwnLeg())
        .toList();
    return legs.size() < 2 ? Stream.of()
        : Stream.of(new Action.EitherOf(legs.getFirst(), legs.getLast()));
  }

  private Stream<Action> resize(Resize resize, Place place) {
    var target = targets.instrument("RESIZE", resize.alias(), place);
    target.ifPresent(stream -> resizing.resized(stream, resize));
    var to = sizes.target(resize.target(), place);
    var step = resize.minStep()
        .map(expr -> new Sizing.Units(numbers.any(expr, place)))
        .orElse(null);
    return target.stream().map(stream -> new Action.Resize(stream.index(), to, step));
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
