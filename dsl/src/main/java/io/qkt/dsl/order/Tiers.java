package io.qkt.dsl.order;

import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.action.TierPlan;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.OrderOption.StackAt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** STACK_AT: more positions beside a first one; what they are made of is known beforehand. */
final class Tiers {
  private static final long MICROS_PER_MILLI = 1_000;
  /** Deeper LETs have been reported as such. */
  private static final int LETS_MAX = 64;

  private final Scope scope;
  private final Expressions expressions;
  private final Numbers numbers;
  private final Legs legs;

  Tiers(Scope scope, Expressions expressions, Numbers numbers, Legs legs) {
    this.scope = scope;
    this.expressions = expressions;
    this.numbers = numbers;
    this.legs = legs;
  }

  List<TierPlan> of(OrderParts parts) {
    return parts.tiers.stream().map(tier -> tier(tier, parts.place)).toList();
  }

  private TierPlan tier(StackAt tier, Place place) {
    var threshold = numbers.constantAboveZero(Code.TIER, "the excursion of a STACK_AT",
        tier.excursion(), place);
    double recover = tier.recover()
        .map(expr -> numbers.constantFromZero(Code.TIER, "the recovery of a STACK_AT", expr, place)
            .orElse(0))
        .orElse(0.0);
    return new TierPlan(tier.recover().isPresent(), threshold.orElse(1), recover,
        tier.within().millis() * MICROS_PER_MILLI, size(tier, place), exits(tier.bracket(), place));
  }

  private Sizing size(StackAt tier, Place place) {
    if (!(tier.sizing() instanceof io.qkt.dsl.syntax.ast.Sizing.Units(var quantity, _))) {
      expressions.reports()
          .error(Code.TIER, tier.sizing(), "the size of a STACK_AT must be a quantity, was"
              + " something else", "write it as in `SIZING 1` or `SIZING ENTRY_QTY * 0.5`");
      return Sizes.NONE;
    }
    var node = numbers.aboveZero("a size", quantity, place.as(Place.Kind.TIER));
    if (!isFixed(quantity, LETS_MAX)) {
      expressions.reports()
          .error(Code.TIER, quantity, "the size of a STACK_AT must be made of constants and"
              + " ENTRY_QTY, was something that can change", "write it as in `ENTRY_QTY * 0.5`");
    }
    return new Sizing.Units(node);
  }

  private boolean isFixed(Expr expr, int lets) {
    return switch (expr) {
      case Expr.Num _,Expr.Duration _,Expr.EntryQuantity _ -> true;
      case Expr.Negate(var operand, _) -> isFixed(operand, lets);
      case Expr.Arith(_, var left, var right, _) -> isFixed(left, lets) && isFixed(right, lets);
      case Expr.Ref(var name, _) -> lets > 0 && scope.let(name.text())
          .map(Block.Let::value)
          .or(() -> scope.param(name.text()))
          .filter(value -> isFixed(value, lets - 1))
          .isPresent();
      case Expr.Call(var function, var arguments, _) ->
          ScalarFunction.named(function.text().toLowerCase(Locale.ROOT)).isPresent()
              && arguments.stream().allMatch(argument -> isFixed(argument, lets));
      default -> false;
    };
  }

  private Exits exits(Bracket bracket, Place place) {
    var stop = distance(bracket, Bracket.Kind.STOP_LOSS, place).map(StopPlan.Fixed::new);
    var target = distance(bracket, Bracket.Kind.TAKE_PROFIT, place);
    legs.warnOfOneLeg(bracket, stop.isEmpty(), target.isEmpty());
    return new Exits(stop.orElse(null), target.orElse(null));
  }

  /** Of two legs of one kind the later counts. */
  private Optional<Distance> distance(Bracket bracket, Bracket.Kind kind, Place place) {
    return bracket.legs()
        .stream()
        .filter(leg -> leg.kind() == kind)
        .reduce((_, later) -> later)
        .map(leg -> distance(leg, place));
  }

  private Distance distance(Bracket.Leg leg, Place place) {
    if (leg.price() instanceof Bracket.By(var distance, _)) {
      return new Distance.By(new Constant(numbers.constantAboveZero(Code.TIER,
          "the distance of an exit", distance, place).orElse(1)));
    }
    expressions.reports()
        .error(Code.TIER, leg.price(), "a leg of a STACK_AT must be a distance, was something"
            + " else", "write it as in `STOP LOSS BY 5`");
    return new Distance.By(new Constant(1));
  }
}
