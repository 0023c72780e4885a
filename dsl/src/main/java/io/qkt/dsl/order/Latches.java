package io.qkt.dsl.order;

import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Bracket;
import io.qkt.dsl.syntax.ast.Latch;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.ast.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** LATCH: two wires, and what is entered behind the one that is touched. */
final class Latches {
  private static final long MICROS_PER_MILLI = 1_000;

  private final Expressions expressions;
  private final Targets targets;
  private final Numbers numbers;
  private final Sizes sizes;
  private final Legs legs;

  Latches(Expressions expressions, Targets targets, Numbers numbers, Sizes sizes, Legs legs) {
    this.expressions = expressions;
    this.targets = targets;
    this.numbers = numbers;
    this.sizes = sizes;
    this.legs = legs;
  }

  /** The plan, or none after a report. */
  Optional<LatchPlan> plan(Latch latch, Place place) {
    var stream = targets.instrument("LATCH", latch.alias(), place);
    var offset = numbers.aboveZero("the offset of a latch", latch.offset(), place);
    var from = latch.from().map(expr -> numbers.any(expr, place)).orElse(null);
    var confirm = latch.confirm()
        .map(given -> confirm(given, place))
        .orElse(LatchPlan.Confirm.NONE);
    var entries = new ArrayList<LatchPlan.Entry>();
    for (var entry : latch.entries())
      entry(entry, latch, place).ifPresent(entries::add);
    return stream.map(on -> new LatchPlan(on.index(), offset, from, micros(latch.arm()), confirm,
        List.copyOf(entries)));
  }

  private static long micros(TimeSpan span) {
    return span.millis() * MICROS_PER_MILLI;
  }

  private LatchPlan.Confirm confirm(Latch.Confirm confirm, Place place) {
    return switch (confirm) {
      case Latch.CloseBeyond _ -> new LatchPlan.Confirm.CloseBeyond();
      case Latch.TimeInBreach(var time, _) -> new LatchPlan.Confirm.TimeInBreach(micros(time));
      case Latch.RetestHold(var distance, var within, _) -> new LatchPlan.Confirm.RetestHold(
          numbers.constantDistance("the distance of a retest", distance, place), micros(within));
    };
  }

  private Optional<LatchPlan.Entry> entry(Latch.Entry entry, Latch latch, Place place) {
    var parts = new Parts(entry);
    boolean hasStop = parts.leg(Bracket.Kind.STOP_LOSS).isPresent();
    var sizing = parts.sizing == null
        ? new Sizing.Units(new Constant(1))
        : sizes.of(parts.sizing.sizing(), place, hasStop);
    var stop = parts.leg(Bracket.Kind.STOP_LOSS).map(leg -> exit(leg, place)).orElse(null);
    var target = parts.leg(Bracket.Kind.TAKE_PROFIT).map(leg -> exit(leg, place)).orElse(null);
    if (parts.exits != null) {
      legs.warnOfOneLeg(parts.exits.bracket(), stop == null, target == null);
    }
    var pricing = pricing(entry.type(), place);
    long expire = parts.expire == null ? 0 : micros(parts.expire.after());
    return targets.instrument("an entry of LATCH", entry.on().orElse(latch.alias()), place)
        .map(on -> new LatchPlan.Entry(on.index(), pricing, sizing, stop, target, expire));
  }

  private Pricing pricing(OrderType type, Place place) {
    return switch (type) {
      case OrderType.LimitFrom(var from, _) -> fromWire(true, from, place);
      case OrderType.StopFrom(var from, _) -> fromWire(false, from, place);
      default -> Pricing.MARKET;
    };
  }

  private Pricing fromWire(boolean isLimit, OrderType.Relative from, Place place) {
    return new Pricing.FromAnchor(isLimit, !from.against(), distance(from, place));
  }

  private LatchPlan.Exit exit(Bracket.Leg leg, Place place) {
    var from = ((Bracket.From) leg.price()).distance();
    return new LatchPlan.Exit(!from.against(), distance(from, place));
  }

  private NumberNode distance(OrderType.Relative from, Place place) {
    return numbers.constantDistance("a distance from the wire", from.distance(), place);
  }

  /** Of two parts of one kind the later counts. */
  private final class Parts {
    private Latch.Size sizing;
    private Latch.Exits exits;
    private Latch.Expire expire;

    Parts(Latch.Entry entry) {
      entry.parts().forEach(this::take);
    }

    private void take(Latch.Part part) {
      Latch.Part before = switch (part) {
        case Latch.Size _ -> sizing;
        case Latch.Exits _ -> exits;
        case Latch.Expire _ -> expire;
      };
      if (before != null) {
        expressions.reports()
            .warning(Code.OPTION_REPEATED, part, "a part must stand once in an entry, stands twice",
                "remove one; the later one counts");
      }
      switch (part) {
        case Latch.Size given -> sizing = given;
        case Latch.Exits given -> exits = given;
        case Latch.Expire given -> expire = given;
      }
    }

    private Optional<Bracket.Leg> leg(Bracket.Kind kind) {
      return exits == null ? Optional.empty()
          : exits.bracket()
              .legs()
              .stream()
              .filter(leg -> leg.kind() == kind)
              .reduce((_, later) -> later);
    }
  }
}
