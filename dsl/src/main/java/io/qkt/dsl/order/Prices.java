package io.qkt.dsl.order;

import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.OrderOption;
import io.qkt.dsl.syntax.ast.OrderType;

/** At what price an order is to be executed, and how long it asks to live. */
final class Prices {
  private static final double PERCENT_END = 100;

  private final Expressions expressions;
  private final Numbers numbers;

  Prices(Expressions expressions, Numbers numbers) {
    this.expressions = expressions;
    this.numbers = numbers;
  }

  Pricing of(OrderParts parts) {
    return parts.type == null ? Pricing.MARKET : of(parts.type.node(), parts.type.place());
  }

  Pricing of(OrderType type, Place place) {
    return switch (type) {
      case OrderType.Market _ -> Pricing.MARKET;
      case OrderType.Limit(var price, _) -> new Pricing.Limit(numbers.any(price, place));
      case OrderType.Stop(var price, var limit, _) -> limit.<Pricing>map(
          at -> new Pricing.StopLimit(numbers.any(price, place), numbers.any(at, place)))
          .orElseGet(() -> new Pricing.Stop(numbers.any(price, place)));
      case OrderType.Trailing trailing -> trailing(trailing, place);
      case OrderType.LimitFrom(var distance, _) -> fromExit(true, distance, place);
      case OrderType.StopFrom(var distance, _) -> fromExit(false, distance, place);
    };
  }

  private Pricing trailing(OrderType.Trailing trailing, Place place) {
    var distance = numbers.requireAboveZero(Code.TRAIL, "the distance of a trailing order",
        trailing.distance(), place);
    if (!trailing.percent()) return new Pricing.TrailBy(distance);
    if (distance instanceof Constant(double percent) && percent >= PERCENT_END) {
      expressions.reports()
          .error(Code.TRAIL, trailing.distance(), "a trail in percent must be below 100, was "
              + Numbers.text(percent), "write a smaller one, or a price distance: `TRAILING BY 5`");
    }
    return new Pricing.TrailPercent(distance);
  }

  private Pricing fromExit(boolean isLimit, OrderType.Relative distance, Place place) {
    return new Pricing.FromAnchor(isLimit, !distance.against(),
        numbers.any(distance.distance(), place));
  }

  /** Only an order that waits can be good till a deadline. */
  Lasting lasting(OrderParts parts, Pricing pricing) {
    if (parts.tif == null) return Lasting.GTC;
    var tif = parts.tif.node();
    if (tif.kind() != OrderOption.Tif.Kind.GTD) {
      return new Lasting(TimeInForce.valueOf(tif.kind().name()), null);
    }
    if (pricing instanceof Pricing.Market) {
      expressions.reports()
          .error(Code.GTD_MARKET, parts.tif.at(parts.trade), "an order good till a deadline must"
              + " be able to wait, was a market order",
              "add `ORDER_TYPE = LIMIT AT price`, or"
                  + " write `TIF GTC`");
    }
    return new Lasting(TimeInForce.GTD,
        numbers.any(tif.deadline().orElseThrow(), parts.tif.place()));
  }
}
