package io.qkt.backtest;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.session.TickVwap;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Hooks;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.action.TierPlan;
import io.qkt.core.program.calendar.Schedule;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Cross;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Occasion;
import io.qkt.core.program.node.Position;
import io.qkt.core.program.node.Slot;
import java.util.ArrayList;
import java.util.List;

/** Programs of rules that may do anything, and days to run them over; a seed makes one of each. */
final class RandomPrograms {
  private static final NumberNode CLOSE = Slot.of(0, BarField.CLOSE);

  private final Seeded random;
  private final ProgramBuilder builder = Market.program();
  private int clocks = 1;

  private RandomPrograms(long seed) {
    random = new Seeded(seed);
  }

  static Program program(long seed) {
    return new RandomPrograms(seed).build();
  }

  /** Closes that walk around 100 by up to two points a bar. */
  static List<Double> closes(long seed, int bars) {
    var random = new Seeded(~seed);
    var closes = new ArrayList<Double>();
    double close = 100;
    for (int i = 0; i < bars; i++) {
      closes.add(close);
      close = Math.max(20, close + random.tenths(-20, 20));
    }
    return closes;
  }

  private Program build() {
    if (random.below(2) == 0) declareOthers();
    for (int rules = random.below(4) + 2; rules > 0; rules--)
      builder.when(random.below(clocks), condition(), action());
    if (random.below(4) == 0) builder.schedule(Schedule.everyHour(random.below(20)), action());
    return builder.build();
  }

  /** A second market, a basket of both, the account, in groups that may be of all of them. */
  private void declareOthers() {
    int eth = builder.stream("eth", Market.ETH);
    int basket = builder.basket("both", Market.key("BASKET:both"), List.of(0, eth));
    int equity = builder.series("eq", Market.key("ACCOUNT:EQUITY"));
    long within = random.below(2) * 30 * Market.SECOND;
    switch (random.below(4)) {
      case 0 -> builder.synchronize(List.of(eth, 0), within);
      case 1 -> builder.synchronize(List.of(0, basket, eth), within);
      case 2 -> builder.synchronize(List.of(basket, equity), within);
      default -> builder.history(eth, 3);
    }
    clocks = 4;
  }

  private NumberNode watched() {
    if (clocks == 1 || random.below(3) == 0) return CLOSE;
    return switch (random.below(3)) {
      case 0 -> builder.tickIndicator(TickVwap.VWAP, random.below(2),
          List.of(random.below(20) + 1.0));
      default -> Slot.of(random.below(clocks), BarField.CLOSE);
    };
  }

  private ConditionNode condition() {
    if (clocks > 1 && random.below(2) == 0) return ofOthers();
    var average = builder.indicator(Ema.EMA, 0, List.of(CLOSE),
        List.of((double) random.below(6) + 1));
    var first = random.below(2) == 0
        ? new Cross(CLOSE, average, random.below(2) == 0, builder.longs(1))
        : new Comparison.Greater(CLOSE, average);
    var held = new Comparison.Equal(new Position(0), new Constant(0));
    return switch (random.below(4)) {
      case 0 -> first;
      case 1 -> new Logic.And(first, new Logic.Not(held));
      default -> new Logic.And(first, held);
    };
  }

  private ConditionNode ofOthers() {
    var watched = watched();
    var average = builder.indicator(Ema.EMA, random.below(clocks), List.of(watched),
        List.of((double) random.below(6) + 1));
    return new Cross(watched, average, random.below(2) == 0, builder.longs(1));
  }

  private Action action() {
    return switch (random.below(12)) {
      case 0 -> new Action.Close(0);
      case 1 -> new Action.Cancel(0);
      case 2 -> new Action.Resize(0, new Sizing.Units(number(1, 40)), null);
      case 3 -> new Action.EitherOf(priced(order(Side.BUY)), priced(order(Side.SELL)));
      case 4 -> new Action.Latch(latch());
      default -> new Action.Trade(decorated(priced(order(side()))));
    };
  }

  private OrderPlan order(Side side) {
    return OrderPlan.market(0, side, new Sizing.Units(number(1, 30)));
  }

  private OrderPlan priced(OrderPlan plan) {
    var price = new Arithmetic.Add(CLOSE, number(-20, 20));
    var pricing = switch (random.below(7)) {
      case 0 -> new Pricing.Limit(price);
      case 1 -> new Pricing.Stop(price);
      case 2 -> new Pricing.StopLimit(price, new Arithmetic.Add(price, number(-5, 5)));
      case 3 -> new Pricing.TrailBy(number(5, 30));
      default -> Pricing.MARKET;
    };
    boolean market = pricing instanceof Pricing.Market || pricing instanceof Pricing.TrailBy;
    var tif = market ? TimeInForce.GTC : TimeInForce.values()[random.below(4)];
    return plan.at(pricing, new Lasting(tif, null));
  }

  private OrderPlan decorated(OrderPlan plan) {
    var decorated = random.below(3) == 0 ? plan : plan.with(exits());
    decorated = switch (random.below(6)) {
      case 0 -> decorated.with(stack());
      case 1 -> decorated.with(List.of(tier()), List.of(), Hooks.NONE);
      case 2 -> decorated.with(List.of(), List.of(order(side())), Hooks.NONE);
      case 3 -> decorated.with(List.of(), List.of(), hooks());
      default -> decorated;
    };
    return random.below(6) == 0 ? decorated.onItsOwnLeg() : decorated;
  }

  private Exits exits() {
    return new Exits(stop(), random.below(3) == 0 ? null : new Distance.By(number(5, 40)));
  }

  private StopPlan stop() {
    var by = new Distance.By(number(5, 40));
    return switch (random.below(5)) {
      case 0 -> new StopPlan.Trailing(random.tenths(5, 30), random.tenths(5, 30));
      case 1 -> new StopPlan.Stepped(by, List.of(new StopPlan.Step(0, random.tenths(5, 20))));
      case 2 -> new StopPlan.Tightening(by, 0.1, 60 * Market.SECOND, 0.5);
      default -> new StopPlan.Fixed(by);
    };
  }

  private StackPlan stack() {
    var price = new Arithmetic.Add(new Occasion.Number(Given.ENTRY), number(-20, 20));
    var layer = new StackPlan.Layer(new Sizing.Units(number(1, 20)), new Pricing.Limit(price));
    return new StackPlan(List.of(layer), (random.below(20) + 1) * 60 * Market.SECOND,
        random.below(2) == 0);
  }

  private TierPlan tier() {
    return new TierPlan(random.below(2) == 0, random.tenths(5, 20), random.tenths(1, 5),
        1_800 * Market.SECOND, new Sizing.Units(number(1, 20)), exits());
  }

  private Hooks hooks() {
    var again = List.<Action>of(new Action.Trade(order(side())));
    return new Hooks(again, again, random.below(2) == 0 ? again : List.of());
  }

  private LatchPlan latch() {
    var confirm = switch (random.below(3)) {
      case 0 -> new LatchPlan.Confirm.CloseBeyond();
      case 1 -> new LatchPlan.Confirm.TimeInBreach(20 * Market.SECOND);
      default -> LatchPlan.Confirm.NONE;
    };
    var entry = new LatchPlan.Entry(0, Pricing.MARKET, new Sizing.Units(number(1, 20)),
        new LatchPlan.Exit(false, number(5, 30)), null, 0);
    return new LatchPlan(0, number(5, 20), null, 1_200 * Market.SECOND, confirm, List.of(entry));
  }

  private Side side() {
    return random.below(2) == 0 ? Side.BUY : Side.SELL;
  }

  private NumberNode number(int fromTenths, int toTenths) {
    return new Constant(random.tenths(fromTenths, toTenths));
  }

  /** SplitMix64: the same seed makes the same cases on every machine. */
  static final class Seeded {
    private long state;

    Seeded(long seed) {
      state = seed;
    }

    int below(int bound) {
      state += 0x9E3779B97F4A7C15L;
      long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
      return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, bound);
    }

    double tenths(int from, int to) {
      return (from + below(to - from + 1)) / 10.0;
    }
  }
}
