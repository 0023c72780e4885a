package io.qkt.dsl.order;

import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Node;
import java.util.List;
import java.util.Optional;

/** How much an order is for. */
final class Sizes {
  /** What stands for a size that was reported. */
  static final Sizing NONE = new Sizing.Units(new Constant(Double.NaN));
  private static final String SIZE = "a size";
  private static final double PERCENT = 100;

  private final Expressions expressions;
  private final Targets targets;
  private final Numbers numbers;

  Sizes(Expressions expressions, Targets targets, Numbers numbers) {
    this.expressions = expressions;
    this.targets = targets;
    this.numbers = numbers;
  }

  /** The size of an order, which must have one. */
  Sizing of(OrderParts parts) {
    if (parts.sizing != null) {
      return of(parts.sizing.node(), parts.sizing.place(), parts.hasStop(),
          parts.sizing.at(parts.trade));
    }
    boolean follows = parts.place.kind() != Place.Kind.ACTION;
    expressions.reports()
        .error(Code.NO_SIZE, parts.trade, follows
            ? "what follows an order must have a size of its own, has none: DEFAULTS are not for it"
            : "an order must have a size, has none, not even from DEFAULTS",
            follows ? "add `SIZING 1`" : "add `SIZING 1`, or `DEFAULTS { SIZING = 1 }`");
    return NONE;
  }

  /** The size that a position is to have, which may be 0. */
  Sizing target(io.qkt.dsl.syntax.ast.Sizing sizing, Place place) {
    if (sizing instanceof io.qkt.dsl.syntax.ast.Sizing.Units(var quantity, _)) {
      return new Sizing.Units(numbers.any(quantity, place));
    }
    if (isRisk(sizing)) {
      expressions.reports()
          .error(Code.RISK_WITHOUT_STOP, sizing, "the size of RESIZE must not be by risk: it has no"
              + " stop to count from", "write it in units, USD or PCT OF EQUITY");
    }
    return of(sizing, place, true);
  }

  Sizing of(io.qkt.dsl.syntax.ast.Sizing sizing, Place place, boolean hasStop) {
    return of(sizing, place, hasStop, sizing);
  }

  private Sizing of(io.qkt.dsl.syntax.ast.Sizing sizing, Place place, boolean hasStop, Node at) {
    if (isRisk(sizing) && !hasStop) {
      expressions.reports()
          .error(Code.RISK_WITHOUT_STOP, at, "a size by risk must have a stop to count from, has"
              + " none", "add `BRACKET { STOP LOSS BY 5 }`, or write the size in units or USD");
    }
    return switch (sizing) {
      case io.qkt.dsl.syntax.ast.Sizing.Units(var quantity, _) ->
          new Sizing.Units(numbers.aboveZero(SIZE, quantity, place));
      case io.qkt.dsl.syntax.ast.Sizing.Usd(var amount, _) ->
          new Sizing.Notional(numbers.aboveZero(SIZE, amount, place));
      case io.qkt.dsl.syntax.ast.Sizing.PctOf(var percent, var base, _) -> new Sizing.PercentOf(
          numbers.aboveZero(SIZE, percent, place), Sizing.Base.valueOf(base.name()));
      case io.qkt.dsl.syntax.ast.Sizing.RiskMoney(var amount, _) ->
          new Sizing.Risk(numbers.aboveZero("a risk", amount, place));
      case io.qkt.dsl.syntax.ast.Sizing.RiskFraction(var fraction, boolean ofBook, _) ->
          new Sizing.RiskFraction(numbers.aboveZero("a risk", fraction, place), base(ofBook));
      case io.qkt.dsl.syntax.ast.Sizing.RiskPct(var percent, boolean ofBook, _) ->
          new Sizing.RiskFraction(fraction(percent, place), base(ofBook));
      case io.qkt.dsl.syntax.ast.Sizing.PositionOf of -> position(of, place);
    };
  }

  static boolean isRisk(io.qkt.dsl.syntax.ast.Sizing sizing) {
    return switch (sizing) {
      case io.qkt.dsl.syntax.ast.Sizing.RiskMoney _,io.qkt.dsl.syntax.ast.Sizing.RiskFraction _ ->
          true;
      default -> sizing instanceof io.qkt.dsl.syntax.ast.Sizing.RiskPct;
    };
  }

  private static Sizing.Base base(boolean ofBook) {
    return ofBook ? Sizing.Base.BOOK : Sizing.Base.EQUITY;
  }

  private NumberNode fraction(Expr percent, Place place) {
    var value = numbers.constantAboveZero(Code.RISK_PERCENT, "the percentage of a risk", percent,
        place);
    return new Constant(value.orElse(Double.NaN) / PERCENT);
  }

  /** What is held of a basket is 1 of it or nothing, as POSITION says. */
  private Sizing position(io.qkt.dsl.syntax.ast.Sizing.PositionOf of, Place place) {
    var held = expressions.number(
        new Expr.PositionOf(of.alias(), Optional.empty(), of.span()), place);
    var stream = targets.named(of.alias(), place);
    return stream.isPresent() && stream.get().isMarket()
        ? new Sizing.PositionOf(stream.get().index())
        : new Sizing.Units(ScalarFunction.ABS.of(List.of(held)));
  }

  /** The equal part of an amount of money that each of so many gets. */
  static Sizing part(Sizing amount, int count) {
    if (count == 1 || !(amount instanceof Sizing.Notional(var whole))) return amount;
    return new Sizing.Notional(whole instanceof Constant(double value)
        ? new Constant(value / count)
        : new Arithmetic.Div(whole, new Constant(count)));
  }
}
