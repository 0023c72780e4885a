package io.qkt.dsl.order;

import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** The numbers of orders: expressions, or constants within a range. */
final class Numbers {
  /** What an exact number of the kernel holds with room to spare. */
  private static final double MOST = 1e10;

  private final Expressions expressions;

  Numbers(Expressions expressions) {
    this.expressions = expressions;
  }

  NumberNode any(Expr expr, Place place) {
    return expressions.number(expr, place);
  }

  /** Any number, though a constant that is not above 0 is hardly meant: it is refused later. */
  NumberNode aboveZero(String what, Expr expr, Place place) {
    var node = any(expr, place);
    if (node instanceof Constant(double value) && value <= 0) {
      expressions.reports()
          .warning(Code.NOT_POSITIVE, expr, "%s must be above 0, was %s".formatted(what,
              text(value)), "write a number above 0");
    }
    return node;
  }

  /** A number that must be above 0 where it is constant. */
  NumberNode requireAboveZero(Code code, String what, Expr expr, Place place) {
    var node = any(expr, place);
    if (node instanceof Constant(double value) && value <= 0) {
      expressions.reports()
          .error(code, expr, "%s must be above 0, was %s".formatted(what, text(value)),
              "write a number above 0");
    }
    return node;
  }

  /** A constant distance; one that is not above 0 is hardly meant. */
  NumberNode constantDistance(String what, Expr expr, Place place) {
    var value = constant(Code.NUMBER_RANGE, what, expr, place);
    return value.isEmpty() ? new Constant(Double.NaN) : aboveZero(what, expr, place);
  }

  /** A constant above 0, or none after the report. */
  OptionalDouble constantAboveZero(Code code, String what, Expr expr, Place place) {
    return constant(code, what, expr, place, Double.MIN_VALUE);
  }

  /** A constant of 0 or more. */
  OptionalDouble constantFromZero(Code code, String what, Expr expr, Place place) {
    return constant(code, what, expr, place, 0);
  }

  /** A constant of either sign. */
  OptionalDouble constant(Code code, String what, Expr expr, Place place) {
    return constant(code, what, expr, place, -MOST);
  }

  private OptionalDouble constant(Code code, String what, Expr expr, Place place, double least) {
    var value = expressions.requireConstant(what, expr, place);
    if (value.isEmpty()) return value;
    double number = value.getAsDouble();
    if (number >= least && number <= MOST) return value;
    var bound = number != number ? "defined"
        : number > MOST ? "at most 10,000,000,000"
            : least > 0 ? "above 0" : "at least " + text(least);
    expressions.reports()
        .error(code, expr, "%s must be %s, was %s".formatted(what, bound, text(number)),
            "write such a number");
    return OptionalDouble.empty();
  }

  static String text(double value) {
    if (value - value != 0) return "undefined";
    return value == 0 ? "0"
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
