package io.qkt.dsl.order;

import io.qkt.core.order.Side;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Occasion;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.ast.Stack;
import java.util.List;
import java.util.stream.IntStream;

/** Entries in layers: the first is the order itself, the others are laid from its fill. */
final class Stacks {
  private static final NumberNode ENTRY = new Occasion.Number(Given.ENTRY);
  private static final long MICROS_PER_MILLI = 1_000;

  private final Expressions expressions;
  private final Numbers numbers;
  private final Sizes sizes;
  private final Prices prices;

  Stacks(Expressions expressions, Numbers numbers, Sizes sizes, Prices prices) {
    this.expressions = expressions;
    this.numbers = numbers;
    this.sizes = sizes;
    this.prices = prices;
  }

  /** The size of the order itself. */
  Sizing seedSize(OrderParts parts) {
    if (!(parts.stack instanceof Stack.Layered layered)) return sizes.of(parts);
    if (parts.sizing != null && !parts.sizing.isDefault()) {
      expressions.reports()
          .error(Code.STACK_SIZE, parts.sizing.node(), "each layer of a list must have its own"
              + " size, the order had one too", "remove `SIZING …`");
    }
    return sizes.of(layered.layers().getFirst().sizing(), parts.place, parts.hasStop());
  }

  /** The price of the order itself, which the first layer of a list may name. */
  Pricing seedPrice(OrderParts parts) {
    if (!(parts.stack instanceof Stack.Layered layered)) return prices.of(parts);
    var first = layered.layers().getFirst();
    return first.type().isEmpty() && first.at().isEmpty() ? prices.of(parts)
        : price(first, parts.place);
  }

  /** What is laid on top of the order, or null if it has no stack. */
  StackPlan of(OrderParts parts, Sizing seed) {
    return switch (parts.stack) {
      case null -> null;
      case Stack.Spaced spaced -> new StackPlan(spaced(spaced, seed, parts), within(spaced),
          parts.isShared());
      case Stack.Layered layered -> new StackPlan(layered.layers()
          .stream()
          .skip(1)
          .map(layer -> layer(layer, parts))
          .toList(), within(layered), parts.isShared());
    };
  }

  private static long within(Stack stack) {
    return stack.within()
        .map(span -> span.millis() * MICROS_PER_MILLI)
        .orElse(StackPlan.WITHIN_DEFAULT);
  }

  private List<StackPlan.Layer> spaced(Stack.Spaced spaced, Sizing size, OrderParts parts) {
    boolean buys = parts.trade.side() == Side.BUY;
    boolean up = switch (spaced.direction()) {
      case WITH_THE_TRADE -> buys;
      case ABOVE -> true;
      case BELOW -> false;
    };
    var spacing = numbers.aboveZero("the spacing of a stack", spaced.spacing(), parts.place);
    return IntStream.range(1, spaced.layers())
        .mapToObj(k -> times(k, spacing))
        .map(distance -> up ? new Arithmetic.Add(ENTRY, distance)
            : new Arithmetic.Sub(ENTRY, distance))
        .map(price -> new StackPlan.Layer(size,
            up == buys ? new Pricing.Stop(price) : new Pricing.Limit(price)))
        .toList();
  }

  private static NumberNode times(int k, NumberNode spacing) {
    return spacing instanceof Constant(double value)
        ? new Constant(k * value)
        : new Arithmetic.Mul(new Constant(k), spacing);
  }

  private StackPlan.Layer layer(Stack.Layer layer, OrderParts parts) {
    var place = parts.place.as(Place.Kind.LAYER);
    return new StackPlan.Layer(sizes.of(layer.sizing(), place, parts.hasStop()),
        price(layer, place));
  }

  /** AT alone, or behind MARKET or LIMIT, says when: once the price is there, from either side. */
  private Pricing price(Stack.Layer layer, Place place) {
    var type = layer.type().orElse(new OrderType.Market(layer.span()));
    if (layer.at().isEmpty()) return prices.of(type, place);
    var trigger = numbers.any(layer.at().get(), place);
    return switch (type) {
      case OrderType.Market _ -> new Pricing.Touched(trigger, null);
      case OrderType.Limit(var limit, _) ->
          new Pricing.Touched(trigger, numbers.any(limit, place));
      default -> {
        expressions.reports()
            .error(Code.LAYER, layer.at().get(), "a layer must have one price to begin at, has"
                + " two", "remove one `AT`");
        yield prices.of(type, place);
      }
    };
  }
}
