package io.qkt.dsl.order;

import io.qkt.dsl.expr.Place;
import io.qkt.dsl.expr.Reports;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.scope.DeclaredStream;
import io.qkt.dsl.syntax.ast.Action;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.ast.OrderOption;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.ast.Sizing;
import io.qkt.dsl.syntax.ast.Stack;
import java.util.ArrayList;
import java.util.List;

/**
 * An order taken apart: of two options of one kind the later counts, and DEFAULTS stand in for what
 * is missing. What is not there is null, or an empty list.
 */
final class OrderParts {
  final Action.Trade trade;
  final DeclaredStream stream;
  final Place place;
  Part<Sizing> sizing;
  Part<OrderType> type;
  Part<OrderOption.Tif> tif;
  Part<Bracket.Leg> stop;
  Part<Bracket.Leg> target;
  /** The last bracket that was written; legs may come from elsewhere too. */
  Bracket bracket;
  OrderOption.Oco oco;
  Stack stack;
  final List<OrderOption.StackAt> tiers = new ArrayList<>();
  OrderOption.OnFill onFill;
  final List<OrderOption.Hook> hooks = new ArrayList<>();

  private final Reports reports;

  OrderParts(Action.Trade trade, DeclaredStream stream, Place place, Reports reports) {
    this.trade = trade;
    this.stream = stream;
    this.place = place;
    this.reports = reports;
    trade.options().forEach(this::take);
  }

  private void take(OrderOption option) {
    switch (option) {
      case OrderOption.Size(var given, _) -> sizing = later("SIZING", sizing, given, option);
      case OrderOption.Type(var given, _) -> type = later("ORDER_TYPE", type, given, option);
      case OrderOption.Tif given -> tif = later("TIF", tif, given, option);
      case OrderOption.Exits(var given, _) -> take(given);
      case OrderOption.Oco given -> oco = later("OCO", oco, given);
      case OrderOption.Stacked(var given, _) -> stack = later("STACK", stack, given);
      case OrderOption.StackAt given -> tiers.add(given);
      case OrderOption.OnFill given -> onFill = later("ON_FILL", onFill, given);
      case OrderOption.Hook given -> hooks.add(given);
    }
  }

  private <T extends Node> Part<T> later(String word, Part<T> before, T given, Node at) {
    if (before != null) repeated(word, at);
    return new Part<>(given, place);
  }

  private <T extends Node> T later(String word, T before, T given) {
    if (before != null) repeated(word, given);
    return given;
  }

  private void repeated(String word, Node at) {
    reports.warning(Code.OPTION_REPEATED, at, "%s must stand once in an order, stands twice"
        .formatted(word), "remove one; the later one counts");
  }

  /** A second BRACKET replaces the first, while legs without the word complete each other. */
  private void take(Bracket given) {
    boolean bare = given.legs().getFirst().span().start() == given.span().start();
    if (!bare && hasLegs()) {
      repeated("BRACKET", given);
      stop = null;
      target = null;
    }
    bracket = given;
    given.legs().forEach(this::take);
  }

  private void take(Bracket.Leg leg) {
    if (leg.kind() == Bracket.Kind.STOP_LOSS) stop = later("STOP LOSS", stop, leg, leg);
    else
      target = later("TAKE PROFIT", target, leg, leg);
  }

  /** OCO is both exits already, so that it takes no legs. */
  OrderParts complete(DefaultParts defaults) {
    var there = place.forOrderOn(stream.index());
    if (sizing == null) sizing = defaults.sizing().map(s -> new Part<>(s, there)).orElse(null);
    if (type == null) type = defaults.type().map(t -> new Part<>(t, there)).orElse(null);
    if (tif == null) tif = defaults.tif().map(t -> new Part<>(t, there)).orElse(null);
    if (oco != null) return this;
    if (stop == null) stop = defaults.stop().map(s -> new Part<>(s, there)).orElse(null);
    if (target == null) target = defaults.target().map(t -> new Part<>(t, there)).orElse(null);
    return this;
  }

  boolean hasLegs() {
    return stop != null || target != null;
  }

  boolean hasStop() {
    return stop != null || oco != null;
  }

  boolean hasTarget() {
    return target != null || oco != null;
  }

  /** Whether one bracket is for all layers of the stack. */
  boolean isShared() {
    return bracket != null && bracket.shared() || stack != null && stack.shared();
  }
}
