package io.qkt.core.program;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.market.BarKey;
import io.qkt.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** Lays a program out: every indicator and every memory gets its slots here, once. */
public final class ProgramBuilder {
  final String name;
  final BarKey stream;
  final List<EvalIndicator> indicators = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
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
    return indicator(Ema.EMA, List.of((double) period));
  }

  private EvalIndicator indicator(Indicator indicator, List<Double> args) {
    return indicators.stream()
        .filter(use -> use.isUseOf(indicator, args))
        .findFirst()
        .orElseGet(() -> newUse(indicator, args));
  }

  private EvalIndicator newUse(Indicator indicator, List<Double> args) {
    var use = new EvalIndicator(indicator, args, doubleCount, longCount);
    doubleCount += indicator.doubles(EvalIndicator.values(args));
    longCount += indicator.longs(EvalIndicator.values(args));
    indicators.add(use);
    return use;
  }
}
