package io.qkt.cli.spine;

import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;

import io.qkt.core.indicator.session.TickVwap;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.calendar.Now;
import io.qkt.core.program.calendar.Schedule;
import io.qkt.core.program.calendar.Zone;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Facts.PositionField;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Arithmetic;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Occasion;
import io.qkt.core.program.node.Position;
import io.qkt.core.program.node.Slot;
import io.qkt.dsl.CompileResult;
import io.qkt.dsl.CompileResult.Compiled;
import io.qkt.dsl.StrategyCompiler;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A strategy for every kind of order, each of which trades on the simulated BTCUSDT within seconds:
 * its price goes up and down by 0.8 in eight seconds. As a text, a kind is its name.
 */
enum Kinds {
  LIMIT, STOP, STOP_LIMIT, TRAILING_ENTRY, TRAILING_EXIT, BRACKET, EITHER_OF, STACK, GTD, CANCEL,
  LATCH, SCHEDULE, EXCURSION,
  /** Not of an order: its windows of ticks begin anew with each life. */
  TICKS;

  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));
  private static final NumberNode CLOSE = Slot.of(0, BarField.CLOSE);
  private static final NumberNode ENTRIES = new Fact.OpenOrders(0);
  private static final ConditionNode NONE_OPEN = new Comparison.Equal(ENTRIES, n(0));
  private static final ConditionNode FLAT = new Logic.And(
      new Comparison.Equal(new Position(0), n(0)), NONE_OPEN);
  private static final ConditionNode LONG = new Logic.And(
      new Comparison.Greater(new Position(0), n(0)), NONE_OPEN);

  static CompileResult compile(String source) {
    for (var kind : values()) {
      if (kind.name().equals(source)) return new Compiled(kind.program());
    }
    return StrategyCompiler.compile(source);
  }

  Program program() {
    var builder = Program.builder(name(), KEY);
    switch (this) {
      case LIMIT -> always(always(builder, new Logic.And(FLAT, rising()),
          trade(at(BUY, new Pricing.Limit(off(-0.02))))), new Logic.And(LONG, falling()),
          trade(at(SELL, new Pricing.Limit(off(0.02)))));
      case STOP -> inAndOut(builder, new Pricing.Stop(off(0.2)), new Pricing.Stop(off(-0.2)));
      case STOP_LIMIT -> inAndOut(builder, new Pricing.StopLimit(off(0.25), off(0.1)),
          new Pricing.StopLimit(off(-0.25), off(-0.1)));
      case TRAILING_ENTRY -> inAndOut(builder, new Pricing.TrailBy(n(0.1)),
          new Pricing.TrailBy(n(0.15)));
      case TRAILING_EXIT -> always(builder, FLAT, trade(market().with(new Exits(
          new StopPlan.Trailing(0.2, 0.1), null))));
      case BRACKET -> always(builder, FLAT, trade(market().with(exits(0.3, 0.3))));
      case EITHER_OF -> always(builder, FLAT, new Action.EitherOf(
          at(BUY, new Pricing.Stop(off(0.15))).with(exits(0.4, 0.2)),
          at(SELL, new Pricing.Stop(off(-0.15))).with(exits(0.4, 0.2))));
      case STACK -> always(builder, FLAT, trade(market().with(exits(0.6, 0.5)).with(layers())));
      case GTD -> always(always(builder, FLAT, trade(until(2_600, 0.2).with(exits(0.3, 0.25)))),
          FLAT, trade(until(1_300, 5)));
      case CANCEL -> cancelling(builder);
      case LATCH -> builder.when(0, falling(), new Action.Latch(latch()));
      case SCHEDULE -> builder.schedule(at(1, 5), trade(market()))
          .schedule(at(3, 7), new Action.CloseAll())
          .schedule(everyHalfMinute(), new Action.Log(Action.Level.INFO, "tick", List.of()));
      case EXCURSION -> whenGone(always(builder.watchExcursions(), FLAT, trade(market())));
      case TICKS -> whenGone(always(builder, new Logic.And(FLAT, new Comparison.Greater(CLOSE,
          builder.tickIndicator(TickVwap.VWAP, 0, List.of(10.0)))), trade(market())));
    }
    return builder.build();
  }

  private static void inAndOut(ProgramBuilder builder, Pricing in, Pricing out) {
    always(builder, new Logic.And(FLAT, falling()), trade(at(BUY, in)));
    always(builder, new Logic.And(LONG, rising()), trade(at(SELL, out)));
  }

  private static void cancelling(ProgramBuilder builder) {
    always(builder, new Logic.And(falling(), new Comparison.Greater(ENTRIES, n(0))),
        new Action.Cancel(0));
    // Behind the cancel, or a death between the two would give up what was not asked back yet.
    always(builder, FLAT, trade(at(BUY, new Pricing.Limit(off(-5)))));
    always(builder, falling(), trade(OrderPlan.market(0, BUY, new Sizing.Units(n(5_000)))));
    always(builder, falling(), new Action.Log(Action.Level.INFO, "falling",
        List.of(new Action.Field("close", frame -> "%s".formatted(CLOSE.eval(frame))))));
  }

  private static void whenGone(ProgramBuilder builder) {
    var gone = new Comparison.Greater(Fact.position(0, PositionField.MFE), n(0.3));
    always(builder.watchExcursions(), new Logic.And(LONG, gone), new Action.Close(0));
  }

  private static StackPlan layers() {
    var entry = new Occasion.Number(Given.ENTRY);
    var layers = IntStream.of(1, 2)
        .mapToObj(i -> new StackPlan.Layer(new Sizing.Units(n(0.1)),
            new Pricing.Stop(new Arithmetic.Add(entry, n(0.15 * i)))))
        .toList();
    return new StackPlan(layers, 3_000_000, false);
  }

  private static LatchPlan latch() {
    var entry = new LatchPlan.Entry(0, Pricing.MARKET, new Sizing.Units(n(0.1)),
        new LatchPlan.Exit(false, n(0.3)), new LatchPlan.Exit(true, n(0.2)), 0);
    return new LatchPlan(0, n(0.1), null, 5_000_000, LatchPlan.Confirm.NONE, List.of(entry));
  }

  private static ConditionNode falling() {
    return new Comparison.Greater(Slot.of(0, BarField.OPEN), CLOSE);
  }

  private static ConditionNode rising() {
    return new Comparison.Greater(CLOSE, Slot.of(0, BarField.OPEN));
  }

  private static ProgramBuilder always(ProgramBuilder builder, ConditionNode condition,
      Action action) {
    return builder.rule(0, condition, true, new int[0], List.of(action));
  }

  private static OrderPlan until(long millis, double above) {
    var time = new Arithmetic.Add(new Now(Now.Part.EPOCH_MS), n(millis));
    return market().at(new Pricing.Stop(off(above)), new Lasting(TimeInForce.GTD, time));
  }

  private static Schedule at(int... seconds) {
    return Schedule.at(Zone.UTC, IntStream.of(seconds)
        .mapToObj(second -> LocalTime.of(0, 0, second))
        .toArray(LocalTime[]::new));
  }

  private static Schedule everyHalfMinute() {
    return Schedule.at(Zone.UTC, IntStream.range(0, 2 * 24 * 60)
        .mapToObj(half -> LocalTime.ofSecondOfDay(half * 30L))
        .toArray(LocalTime[]::new));
  }

  private static Exits exits(double stop, double target) {
    return new Exits(new StopPlan.Fixed(new Distance.By(n(stop))), new Distance.By(n(target)));
  }

  private static Action trade(OrderPlan plan) {
    return new Action.Trade(plan);
  }

  private static OrderPlan market() {
    return at(BUY, Pricing.MARKET);
  }

  private static OrderPlan at(Side side, Pricing pricing) {
    return OrderPlan.market(0, side, new Sizing.Units(n(0.1))).at(pricing, Lasting.GTC);
  }

  private static NumberNode off(double by) {
    return new Arithmetic.Add(CLOSE, n(by));
  }

  private static NumberNode n(double value) {
    return new Constant(value);
  }
}
