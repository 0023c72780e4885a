package io.qkt.dsl.order;

import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.expr.Value;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Node;

/** What closes a position once an order has opened it. */
final class Legs {
  private static final double PERCENT_LEAST = 0.01;
  private static final double STOP_PERCENT_END = 100;

  private final Expressions expressions;
  private final Numbers numbers;
  private final MovingStops movingStops;

  Legs(Expressions expressions, Numbers numbers) {
    this.expressions = expressions;
    this.numbers = numbers;
    movingStops = new MovingStops(expressions, numbers);
  }

  /** The exits of an order, or null if it has none. */
  Exits of(OrderParts parts) {
    if (parts.oco != null) {
      var stop = new Distance.At(numbers.any(parts.oco.stop(), parts.place));
      return new Exits(new StopPlan.Fixed(stop),
          new Distance.At(numbers.any(parts.oco.limit(), parts.place)));
    }
    if (!parts.hasLegs()) return null;
    var stop = parts.stop == null ? null : stop(parts.stop.node().price(), parts.stop.place());
    var target = parts.target == null ? null : target(parts);
    boolean isReported = parts.stop == null && isReward(parts.target.node());
    if (!isReported) {
      var at = parts.bracket == null ? anyLeg(parts) : parts.bracket;
      warnOfOneLeg(at, parts.stop == null, parts.target == null);
    }
    return new Exits(stop, target);
  }

  private static boolean isReward(Bracket.Leg leg) {
    return leg.price() instanceof Bracket.Reward;
  }

  private static Node anyLeg(OrderParts parts) {
    return parts.stop == null ? parts.target.node() : parts.stop.node();
  }

  void warnOfOneLeg(Node at, boolean noStop, boolean noTarget) {
    if (noStop == noTarget) return;
    expressions.reports()
        .warning(Code.ONE_LEG, at, "a bracket must have both legs to be complete, has no %s"
            .formatted(noStop ? "STOP LOSS" : "TAKE PROFIT"),
            noStop ? "add `STOP LOSS BY 5`, or see that something else stops a loss"
                : "add `TAKE PROFIT RR 2`, or see that something else takes the profit");
  }

  private Distance target(OrderParts parts) {
    var leg = parts.target.node();
    if (leg.price() instanceof Bracket.Reward(var multiple, _)) {
      if (parts.stop == null) {
        expressions.reports()
            .error(Code.REWARD, parts.target.at(parts.trade), "RR must have a stop whose distance"
                + " it multiplies, has none", "add `STOP LOSS BY 5`, or write `TAKE PROFIT BY 10`");
      }
      return new Distance.RiskMultiple(
          numbers.aboveZero("RR", multiple, parts.target.place()));
    }
    return fixed(leg.price(), false, parts.target.place());
  }

  private StopPlan stop(Bracket.ExitPrice price, Place place) {
    return switch (price) {
      case Bracket.Trailing _,Bracket.Steps _,Bracket.Tighten _ -> movingStops.of(price, place);
      default -> new StopPlan.Fixed(fixed(price, true, place));
    };
  }

  private Distance fixed(Bracket.ExitPrice price, boolean isStop, Place place) {
    return switch (price) {
      case Bracket.At(var at, _) -> new Distance.At(numbers.any(at, place));
      case Bracket.By(var distance, _) ->
          new Distance.By(numbers.aboveZero("the distance of an exit", distance, place));
      case Bracket.ByPct(var percent, _) ->
          new Distance.Percent(percent(percent, isStop, place));
      // What cannot stand here was refused by its form, and only the rest is looked at.
      default -> new Distance.By(Value.NOTHING);
    };
  }

  private NumberNode percent(Expr percent, boolean isStop, Place place) {
    var node = numbers.any(percent, place);
    if (!(node instanceof Constant(double value))) return node;
    boolean tooFar = isStop && value >= STOP_PERCENT_END;
    if (value < PERCENT_LEAST || tooFar) {
      expressions.reports()
          .error(Code.EXIT_PERCENT, percent, "%s in percent must be %s, was %s".formatted(
              isStop ? "a stop loss" : "a take profit",
              tooFar ? "below 100" : "0.01 or more", Numbers.text(value)),
              "write a percentage of the price: 2 is 2 %; for a price distance drop PCT");
    }
    return node;
  }
}
