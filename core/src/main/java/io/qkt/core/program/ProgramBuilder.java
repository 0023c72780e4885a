package io.qkt.core.program;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.market.BarKey;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.program.StreamPlan.Source;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.calendar.Schedule;
import io.qkt.core.program.cell.IndicatorCell;
import io.qkt.core.program.cell.Ready;
import io.qkt.core.program.frame.BarCell;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Slots;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Cross;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Position;
import io.qkt.core.program.node.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a program out: every cell and every memory gets its slots here, once. Streams come first,
 * since their bars have the first slots.
 */
public final class ProgramBuilder implements Slots {
  private final String name;
  private final Streams streams = new Streams();
  private final Fan fan = new Fan(streams);
  private final List<TickUse> tickUses = new ArrayList<>();
  private final List<BarCell> cells = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<SchedulePlan> schedules = new ArrayList<>();
  private boolean watchesExcursions;
  private int doubleCount;
  private int longCount;

  ProgramBuilder(String name) {
    this.name = name;
  }

  /** Declares a stream of a market and returns its index. */
  public int stream(String alias, BarKey key) {
    return declare(alias, key, new Source.Market());
  }

  /**
   * Declares an equally weighted index of market streams and returns its index. They are named by
   * theirs, also those that are yet to be declared; {@link #build} checks them.
   */
  public int basket(String alias, BarKey key, List<Integer> constituents) {
    return declare(alias, key, new Source.Basket(constituents));
  }

  /** Declares the bars of what the owner's account is worth and returns their index. */
  public int series(String alias, BarKey key) {
    return declare(alias, key, new Source.Equity());
  }

  private int declare(String alias, BarKey key, Source source) {
    if (doubleCount != streams.count() * BarField.COUNT) {
      throw new IllegalStateException("streams must be declared before anything else has slots");
    }
    doubleCount += BarField.COUNT;
    longCount += Frame.STREAM_LONGS;
    return streams.add(alias, key, source);
  }

  /**
   * Has streams evaluated together, in this order, on the windows that all of them have.
   *
   * @param withinMicros how long after its end a window waits for the rest, 0 for ever
   */
  public ProgramBuilder synchronize(List<Integer> members, long withinMicros) {
    streams.synchronize(members, withinMicros);
    return this;
  }

  /** Wants a stream to have had so many bars before the program trades; the largest call counts. */
  public ProgramBuilder history(int stream, int bars) {
    streams.history(stream, bars);
    return this;
  }

  /**
   * An indicator that is moved by the ticks of a stream's instrument; equal uses are one. It is
   * also undefined until the stream has had as many bars as it wants ticks.
   */
  public NumberNode tickIndicator(Indicator indicator, int stream, List<Double> args) {
    if (indicator.inputs() != Indicator.Inputs.TICK) {
      throw new IllegalArgumentException(
          "an indicator of ticks must be fed ticks, %s is not".formatted(indicator.name()));
    }
    var instrument = streams.instrument(stream);
    for (var use : tickUses) {
      if (use.computes(indicator, instrument, args)) return warm(use, stream);
    }
    var use = new TickUse(indicator, instrument, args, doubles(1));
    tickUses.add(use);
    return warm(use, stream);
  }

  /** Its warm-up counts bars as every other does, although it is told ticks. */
  private static NumberNode warm(TickUse use, int stream) {
    int bars = use.indicator().warmUp(IndicatorCell.values(use.args()));
    return new Ready(use, stream, bars);
  }

  /** Reserves doubles for a cell or a memory and returns the first; they begin as NaN. */
  @Override
  public int doubles(int count) {
    doubleCount += count;
    return doubleCount - count;
  }

  /** Reserves longs and returns the first; they begin as 0. */
  @Override
  public int longs(int count) {
    longCount += count;
    return longCount - count;
  }

  /** Adds a cell behind those that feed it. */
  @Override
  public <C extends BarCell> C cell(C cell) {
    cells.add(cell);
    return cell;
  }

  /** An indicator that is moved by the bars of a stream; equal uses share one cell. */
  @Override
  public IndicatorCell indicator(Indicator indicator, int stream, List<NumberNode> inputs,
      List<Double> args) {
    return cells.stream()
        .filter(IndicatorCell.class::isInstance)
        .map(IndicatorCell.class::cast)
        .filter(use -> use.computes(indicator, stream, inputs, args))
        .findFirst()
        .orElseGet(() -> newUse(indicator, stream, inputs, args));
  }

  private IndicatorCell newUse(Indicator indicator, int stream, List<NumberNode> inputs,
      List<Double> args) {
    double[] values = IndicatorCell.values(args);
    return cell(new IndicatorCell(indicator, stream, List.copyOf(inputs), List.copyOf(args),
        doubles(indicator.doubles(values)), longs(indicator.longs(values))));
  }

  /** WHEN {@code condition} becomes true on a bar of {@code clock} THEN do {@code actions}. */
  public ProgramBuilder when(int clock, ConditionNode condition, Action... actions) {
    return rule(clock, condition, false, new int[0],
        List.of(actions));
  }

  public ProgramBuilder rule(int clock, ConditionNode condition, boolean level,
      int[] warmUp, List<Action> actions) {
    rules.add(new Rule(rules.size() + 1, clock, condition, level, warmUp.clone(), longs(1),
        fan.out(actions)));
    return this;
  }

  /** Does {@code actions} at the times of a schedule. */
  public ProgramBuilder schedule(Schedule schedule, Action... actions) {
    schedules.add(new SchedulePlan(schedule, fan.out(List.of(actions))));
    return this;
  }

  /** Says that an expression asks how far a position has gone, so that its ticks are looked at. */
  public ProgramBuilder watchExcursions() {
    watchesExcursions = true;
    return this;
  }

  /** WHEN ema(fast) CROSSES ABOVE ema(slow) AND flat THEN BUY, on the first stream. */
  public ProgramBuilder buyWhenCrossingAbove(int fast, int slow, long quantity) {
    return when(0,
        new Logic.And(cross(ema(fast), ema(slow)),
            new Comparison.Equal(new Position(0), new Constant(0))),
        market(Side.BUY, quantity));
  }

  /** WHEN ema(fast) CROSSES BELOW ema(slow) AND long THEN SELL, on the first stream. */
  public ProgramBuilder sellWhenCrossingBelow(int fast, int slow, long quantity) {
    return when(0,
        new Logic.And(cross(ema(slow), ema(fast)),
            new Comparison.Greater(new Position(0), new Constant(0))),
        market(Side.SELL, quantity));
  }

  /** The program, if its groups and baskets are of streams that can be together. */
  public Program build() {
    streams.check();
    return new Program(this);
  }

  private static Action market(Side side, long quantity) {
    var units = new Sizing.Units(new Constant(Exact.toDouble(quantity)));
    return new Action.Trade(OrderPlan.market(0, side, units));
  }

  private ConditionNode cross(NumberNode upper, NumberNode lower) {
    return new Cross(upper, lower, true, longs(1));
  }

  private NumberNode ema(int period) {
    return indicator(Ema.EMA, 0, List.of(Slot.of(0, BarField.CLOSE)), List.of((double) period));
  }

  String name() {
    return name;
  }

  Streams streams() {
    return streams;
  }

  List<TickUse> tickUses() {
    return tickUses;
  }

  List<BarCell> cells() {
    return cells;
  }

  List<Rule> rules() {
    return rules;
  }

  List<SchedulePlan> schedules() {
    return schedules;
  }

  boolean watchesExcursions() {
    return watchesExcursions;
  }

  int doubleCount() {
    return doubleCount;
  }

  int longCount() {
    return longCount;
  }
}
