package io.qkt.core.program;

import io.qkt.core.indicator.Ema;
import io.qkt.core.market.BarKey;
import io.qkt.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** Lays a program out: every indicator and every memory gets its slots here, once. */
public final class ProgramBuilder {
  final String name;
  final BarKey stream;
  final List<EvalEma> indicators = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final List<Integer> periods = new ArrayList<>();
  int doubleCount;
  int longCount;

  ProgramBuilder(String name, BarKey stream) {
    this.name = name;
    this.stream = stream;
  }

  /** WHEN ema(fast) CROSSES ABOVE ema(slow) AND flat THEN BUY. */
  public ProgramBuilder buyWhenCrossingAbove(int fast, int slow, long quantity) {
    return rule(new EvalAnd(cross(ema(fast), ema(slow)), new EvalFlat()), Side.BUY, quantity);
  }

  /** WHEN ema(fast) CROSSES BELOW ema(slow) AND long THEN SELL. */
  public ProgramBuilder sellWhenCrossingBelow(int fast, int slow, long quantity) {
    return rule(new EvalAnd(cross(ema(slow), ema(fast)), new EvalLong()), Side.SELL, quantity);
  }

  public Program build() {
    return new Program(this);
  }

  private ProgramBuilder rule(ConditionNode condition, Side side, long quantity) {
    rules.add(new Rule(rules.size() + 1, condition, side, quantity));
    return this;
  }

  private ConditionNode cross(NumberNode upper, NumberNode lower) {
    return new EvalCross(upper, lower, longCount++);
  }

  private NumberNode ema(int period) {
    int known = periods.indexOf(period);
    return known >= 0 ? indicators.get(known) : newEma(period);
  }

  private EvalEma newEma(int period) {
    var ema = new EvalEma(doubleCount, longCount);
    doubleCount += Ema.DOUBLES;
    longCount += Ema.LONGS;
    indicators.add(ema);
    periods.add(period);
    return ema;
  }
}
