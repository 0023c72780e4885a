package io.qkt.dsl.order;

import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Node;
import java.util.ArrayList;
import java.util.OptionalDouble;

/** Stops that move; all their numbers are constants, which must fit together. */
final class MovingStops {
  private static final long MICROS_PER_MILLI = 1_000;

  private final Expressions expressions;
  private final Numbers numbers;

  MovingStops(Expressions expressions, Numbers numbers) {
    this.expressions = expressions;
    this.numbers = numbers;
  }

  StopPlan of(Bracket.ExitPrice price, Place place) {
    return switch (price) {
      case Bracket.Trailing(var distance, var after, _) -> new StopPlan.Trailing(
          distance(distance, place).orElse(1), excursion(after, place).orElse(1));
      case Bracket.Steps steps -> steps(steps, place);
      case Bracket.Tighten tighten -> tighten(tighten, place);
      default -> throw new IllegalStateException("a stop must move here: " + price);
    };
  }

  private OptionalDouble distance(Expr expr, Place place) {
    return numbers.constantAboveZero(Code.MOVING_STOP, "the distance of a moving stop", expr,
        place);
  }

  private OptionalDouble excursion(Expr expr, Place place) {
    return numbers.constantFromZero(Code.MOVING_STOP, "the excursion that moves a stop", expr,
        place);
  }

  private static Distance by(OptionalDouble distance) {
    return new Distance.By(new Constant(distance.orElse(1)));
  }

  private StopPlan steps(Bracket.Steps steps, Place place) {
    var distance = distance(steps.distance(), place);
    var planned = new ArrayList<StopPlan.Step>();
    double last = Double.NEGATIVE_INFINITY;
    for (var step : steps.steps()) {
      double offset = step.offset()
          .map(expr -> numbers.constant(Code.MOVING_STOP, "the offset of a step", expr, place))
          .orElse(OptionalDouble.of(0))
          .orElse(0);
      var after = excursion(step.afterMfe(), place);
      if (after.isPresent() && after.getAsDouble() <= last) notRising(step, last, after);
      last = after.orElse(last);
      planned.add(new StopPlan.Step(offset, after.orElse(1)));
    }
    return new StopPlan.Stepped(by(distance), planned);
  }

  private void notRising(Bracket.Step step, double last, OptionalDouble after) {
    error(step.afterMfe(), "the excursion of a step must be above that of the step before, %s, was"
        .formatted(Numbers.text(last)) + " " + Numbers.text(after.getAsDouble()),
        "write the steps in the order in which they are reached");
  }

  private StopPlan tighten(Bracket.Tighten tighten, Place place) {
    var distance = distance(tighten.distance(), place);
    var by = numbers.constantAboveZero(Code.MOVING_STOP, "what a stop is tightened by",
        tighten.by(), place);
    var floor = numbers.constantFromZero(Code.MOVING_STOP, "the floor of a stop", tighten.floor(),
        place);
    if (distance.isPresent() && floor.orElse(0) > distance.getAsDouble()) {
      error(tighten.floor(), "the floor of a stop must be at most its distance, %s, was %s"
          .formatted(Numbers.text(distance.getAsDouble()), Numbers.text(floor.getAsDouble())),
          "write a smaller FLOOR");
    }
    return new StopPlan.Tightening(by(distance), by.orElse(1),
        tighten.every().millis() * MICROS_PER_MILLI, floor.orElse(0));
  }

  private void error(Node at, String message, String help) {
    expressions.reports().error(Code.MOVING_STOP, at, message, help);
  }
}
