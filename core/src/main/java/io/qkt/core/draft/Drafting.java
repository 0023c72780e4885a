package io.qkt.core.draft;

import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.position.Conversion;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.PositionSizing;
import io.qkt.core.program.Plans;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Evaluates what a rule wants to order, at the moment when it fires. Here, and only here, a number
 * of the language becomes an exact price or quantity.
 */
public final class Drafting {
  private static final long MICROS = 1_000;

  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Conversion conversion;
  private final Plans plans;
  private boolean hasBook;
  private long bookApart;

  public Drafting(Frame frame, Instruments instruments, Ledger ledger, Conversion conversion,
      Plans plans) {
    this.frame = frame;
    this.instruments = instruments;
    this.ledger = ledger;
    this.conversion = conversion;
    this.plans = plans;
  }

  /**
   * @throws Undecidable if a number of it is undefined, beyond an exact number, or no quantity is
   * left
   */
  public Draft draft(OrderPlan plan, int rule) {
    try {
      return evaluate(plan, rule);
    } catch (ExactOverflow e) {
      throw new Undecidable(Undecidable.OVERFLOW, "a number of the order must fit, was " + e);
    }
  }

  private Draft evaluate(OrderPlan plan, int rule) {
    int instrument = instruments.ofStream(plan.stream());
    long close = close(plan.stream());
    var terms = terms(plan, close);
    long entry = terms.price() == 0 ? close : terms.price();
    var exits = plan.exits() == null ? null : exits(plan.exits());
    long quantity = quantity(plan.sizing(), plan.stream(), entry,
        exits == null ? 0 : exits.stopDistance(entry));
    var children = new ArrayList<Draft>();
    for (var child : plan.onFill()) {
      // Each child gives its own entry to its children, so it is given anew to the next.
      frame.give(Frame.Given.ENTRY, Exact.toDouble(entry));
      children.add(draft(child, rule));
    }
    return new Draft(plans.placeOf(plan), rule, instrument, plan.side(), quantity, terms,
        trail(plan.pricing()), exits, plan.ownLeg(), isReducing(plan, quantity),
        List.copyOf(children));
  }

  /** The last close of a stream. */
  public long close(int stream) {
    return exact(frame.field(stream, BarField.CLOSE), "the last close of the order's stream");
  }

  private boolean isReducing(OrderPlan plan, long quantity) {
    long working = frame.facts().position(plan.stream());
    return !plan.ownLeg() && working != 0 && quantity <= Math.abs(working)
        && Long.signum(working) != Long.signum(plan.side().signed(1));
  }

  private OrderTerms terms(OrderPlan plan, long market) {
    var priced = priced(plan.pricing(), plan.side(), market);
    var lasting = plan.lasting();
    if (lasting.tif() != TimeInForce.GTD) return priced.lasting(lasting.tif(), 0);
    return priced.lasting(TimeInForce.GTD, deadline(lasting.until().eval(frame)));
  }

  /** Milliseconds since the epoch are more than an exact number holds. */
  private static long deadline(double millis) {
    if (millis >= 0 && millis <= (double) Long.MAX_VALUE / MICROS) return (long) millis * MICROS;
    throw new Undecidable(Undecidable.UNDEFINED,
        "a deadline must be an instant in epoch milliseconds, was " + millis);
  }

  private OrderTerms priced(Pricing pricing, Side side, long market) {
    return switch (pricing) {
      case Pricing.Market _,Pricing.TrailBy _,Pricing.TrailPercent _ -> OrderTerms.MARKET;
      case Pricing.Limit(var price) -> OrderTerms.limit(price(price));
      case Pricing.Stop(var price) -> OrderTerms.stop(price(price));
      case Pricing.StopLimit(var stop, var limit) ->
          OrderTerms.stopLimit(price(stop), price(limit));
      case Pricing.Touched(var price, var limit) ->
          touched(side, market, price(price), limit == null ? 0 : price(limit));
      case Pricing.FromAnchor anchored -> fromExit(anchored);
    };
  }

  /** Where the price lies from the market says whether it is a stop or a limit that waits. */
  private static OrderTerms touched(Side side, long market, long price, long limit) {
    boolean worse = side == Side.BUY ? price > market : price < market;
    if (worse) return limit == 0 ? OrderTerms.stop(price) : OrderTerms.stopLimit(price, limit);
    if (limit == 0) return OrderTerms.limit(price);
    return OrderTerms.limit(side == Side.BUY ? Math.min(price, limit) : Math.max(price, limit));
  }

  private OrderTerms fromExit(Pricing.FromAnchor anchored) {
    long anchor = exact(frame.given(Frame.Given.EXIT_PRICE), "the price of the exit");
    boolean up = frame.given(Frame.Given.EXIT_SIDE) > 0 == anchored.with();
    return fromAnchor(anchored, anchor, up);
  }

  /** A layer on top of an order that was executed first at {@code entryPrice}. */
  public Draft layer(OrderPlan plan, StackPlan.Layer layer, Draft seed, long entryPrice,
      ExitTerms exits) {
    frame.give(Frame.Given.ENTRY, Exact.toDouble(entryPrice));
    var terms = lasting(seed.terms(), priced(layer.pricing(), seed.side(), entryPrice));
    long entry = terms.price() == 0 ? close(plan.stream()) : terms.price();
    long quantity = quantity(layer.sizing(), plan.stream(), entry,
        exits == null ? 0 : exits.stopDistance(entry));
    return new Draft(Plans.NONE, seed.rule(), seed.instrument(), seed.side(), quantity,
        terms, null, exits, plan.ownLeg(), false, List.of());
  }

  /** A deadline is one for all parts of an order that can wait. */
  private static OrderTerms lasting(OrderTerms seed, OrderTerms layer) {
    return seed.tif() == TimeInForce.GTD && layer.price() != 0
        ? layer.lasting(TimeInForce.GTD, seed.expiresAt())
        : layer;
  }

  /** A limit or stop so far above or below an anchor. */
  public OrderTerms fromAnchor(Pricing.FromAnchor anchored, long anchor, boolean up) {
    long distance = exact(anchored.distance(), "the distance from the anchor");
    long price = up ? Exact.plus(anchor, distance) : Exact.minus(anchor, distance);
    return anchored.isLimit() ? OrderTerms.limit(price) : OrderTerms.stop(price);
  }

  private Trail trail(Pricing pricing) {
    return switch (pricing) {
      case Pricing.TrailBy(var distance) -> new Trail.By(price(distance));
      case Pricing.TrailPercent(var percent) -> new Trail.Percent(price(percent));
      default -> null;
    };
  }

  public ExitTerms exits(Exits plan) {
    var target = plan.target() == null ? null : reach(plan.target());
    return new ExitTerms(plan.stop() == null ? null : stop(plan.stop()), target);
  }

  private StopTerms stop(StopPlan plan) {
    return switch (plan) {
      case StopPlan.Fixed(var distance) ->
          new StopTerms(reach(distance), StopTerms.Manner.FIXED);
      case StopPlan.Trailing(var distance, var after) -> new StopTerms(
          new Reach(Reach.Kind.BY, Exact.ofDouble(distance)), StopTerms.Manner.TRAILING,
          Exact.ofDouble(after));
      case StopPlan.Stepped(var distance, var steps) -> new StopTerms(reach(distance),
          StopTerms.Manner.STEPPED, numbers(steps));
      case StopPlan.Tightening(var distance, var by, var every, var floor) -> new StopTerms(
          reach(distance), StopTerms.Manner.TIGHTENING, Exact.ofDouble(by), every,
          Exact.ofDouble(floor));
    };
  }

  private static long[] numbers(List<StopPlan.Step> steps) {
    var numbers = new long[2 * steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      numbers[2 * i] = Exact.ofDouble(steps.get(i).afterMfe());
      numbers[2 * i + 1] = Exact.ofDouble(steps.get(i).offset());
    }
    return numbers;
  }

  private Reach reach(Distance distance) {
    return switch (distance) {
      case Distance.By(var by) -> new Reach(Reach.Kind.BY, price(by));
      case Distance.Percent(var percent) -> new Reach(Reach.Kind.PERCENT, price(percent));
      case Distance.At(var price) -> new Reach(Reach.Kind.AT, price(price));
      case Distance.RiskMultiple(var multiple) ->
          new Reach(Reach.Kind.MULTIPLE, price(multiple));
    };
  }

  /** On the grid of quantities; for a stop distance of 0 there is no risk to size by. */
  public long quantity(Sizing sizing, int stream, long entry, long stopDistance) {
    var spec = instruments.spec(instruments.ofStream(stream));
    long quantity = wanted(sizing, stream, entry, stopDistance);
    long lots = spec.lots(quantity);
    if (lots > 0) return lots;
    throw new Undecidable(Undecidable.BAD_QUANTITY,
        "a quantity must be at least %s and above 0, was %s".formatted(
            Exact.text(spec.volumeMin()), Exact.text(quantity)));
  }

  /** The same before it is brought to the grid. */
  public long wanted(Sizing sizing, int stream, long entry, long stopDistance) {
    int instrument = instruments.ofStream(stream);
    return switch (sizing) {
      case Sizing.Units(var units) -> exact(units, "the quantity");
      case Sizing.PositionOf(int of) -> Math.abs(frame.facts().position(of));
      case Sizing.Notional(var amount) -> notional(exact(amount, "the amount"), entry,
          instrument);
      case Sizing.PercentOf(var percent, var base) -> notional(
          part(exact(percent, "the percentage"), base) / 100, entry, instrument);
      case Sizing.Risk(var amount) -> risk(exact(amount, "the amount"), stopDistance,
          instrument);
      case Sizing.RiskFraction(var fraction, var base) -> risk(
          part(exact(fraction, "the fraction"), base), stopDistance, instrument);
    };
  }

  private long part(long factor, Sizing.Base base) {
    return Exact.times(factor, switch (base) {
      case EQUITY -> ledger.equity();
      case BALANCE -> ledger.balance();
      case BOOK -> book();
    });
  }

  private long book() {
    if (hasBook) return Exact.plus(bookApart, ledger.realized());
    throw new Undecidable(Undecidable.NO_BOOK,
        "a size OF BOOK must be of a portfolio with CAPITAL, has none; add CAPITAL");
  }

  /** What the owner's book has but for what the owner itself has realized. */
  public void bookTold(long apart) {
    hasBook = true;
    bookApart = apart;
  }

  public void write(StateWriter out) {
    out.add(hasBook).add(bookApart);
  }

  public void read(StateReader in) {
    hasBook = in.flag();
    bookApart = in.word();
  }

  private long notional(long amount, long entry, int instrument) {
    return known(PositionSizing.byNotional(amount, entry, rate(instrument),
        instruments.spec(instrument)));
  }

  private long risk(long amount, long stopDistance, int instrument) {
    return known(PositionSizing.byRisk(amount, stopDistance, rate(instrument),
        instruments.spec(instrument)));
  }

  /**
   * What a unit of an instrument's currency is worth in the account's.
   *
   * @throws Undecidable if no stream has told it yet
   */
  private long rate(int instrument) {
    return conversion.rate(instrument)
        .orElseThrow(() -> new Undecidable(Undecidable.NO_RATE, noRate(instrument)));
  }

  /** What there is to say where a rate is missing. */
  public String noRate(int instrument) {
    return "the rate of %s to the account's currency must be known, was not told; ".formatted(
        instruments.spec(instrument).currency()) + "declare a stream of that pair";
  }

  private static long known(OptionalLong quantity) {
    return quantity.orElseThrow(() -> new Undecidable(Undecidable.UNDEFINED,
        "a size in money must have an entry price and, for a risk, a stop; one is missing"));
  }

  private long price(NumberNode node) {
    return exact(node, "a price or distance");
  }

  public long exact(NumberNode node, String what) {
    return exact(node.eval(frame), what);
  }

  private static long exact(double value, String what) {
    if (value - value != 0) {
      throw new Undecidable(Undecidable.UNDEFINED, what + " must be defined, was not");
    }
    return Exact.ofDouble(value);
  }

  /** Whether an order is executed as soon as it arrives, as far as the last close can tell. */
  public static boolean isImmediate(OrderTerms terms, Side side, long close) {
    boolean limitHolds = terms.limit() == 0
        || (side == Side.BUY ? terms.limit() >= close : terms.limit() <= close);
    boolean stopTouched = terms.stop() == 0
        || (side == Side.BUY ? terms.stop() <= close : terms.stop() >= close);
    return limitHolds && stopTouched;
  }
}
