package io.qkt.backtest;

import io.qkt.core.book.BookPlan;
import io.qkt.core.market.BarKey;
import io.qkt.core.money.Exact;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.risk.RiskLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A portfolio as its file would say it, line by line. */
final class Sheet {
  private final String name;
  private final ProgramBuilder streams;
  private final List<PortfolioProgram.Child> children = new ArrayList<>();
  private final List<BookPlan.Child> planned = new ArrayList<>();
  private final List<BookPlan.When> rules = new ArrayList<>();
  private final List<ConditionNode> whens = new ArrayList<>();
  private final List<BookPlan.Regime> regimes = new ArrayList<>();
  private final List<ConditionNode> states = new ArrayList<>();
  private double capital;
  private long rebalance;

  private Sheet(String name, ProgramBuilder streams) {
    this.name = name;
    this.streams = streams;
  }

  /** One whose conditions are asked on the bars of these streams. */
  static Sheet of(String name, BarKey... keys) {
    var streams = Program.builder(name);
    for (int i = 0; i < keys.length; i++)
      streams.stream("s" + i, keys[i]);
    return new Sheet(name, streams);
  }

  ProgramBuilder streams() {
    return streams;
  }

  Sheet capital(double amount) {
    capital = amount;
    return this;
  }

  Sheet rebalance(long micros) {
    rebalance = micros;
    return this;
  }

  Sheet imports(String alias, Program program) {
    return add(new PortfolioProgram.Child(alias, program));
  }

  Sheet imports(String alias, PortfolioProgram program) {
    return add(new PortfolioProgram.Child(alias, program));
  }

  private Sheet add(PortfolioProgram.Child child) {
    children.add(child);
    planned.add(new BookPlan.Child(child.alias(), false, 0, false));
    return this;
  }

  Sheet hold(String alias) {
    var old = planned.get(place(alias));
    return put(new BookPlan.Child(alias, true, old.weight(), old.unconditional()));
  }

  Sheet run(String alias) {
    return run(alias, 0);
  }

  Sheet run(String alias, double weight) {
    return put(new BookPlan.Child(alias, planned.get(place(alias)).hold(), Exact.ofDouble(weight),
        true));
  }

  Sheet when(ConditionNode condition, String alias) {
    return when(condition, alias, 0);
  }

  Sheet when(ConditionNode condition, String alias, int hysteresisBars) {
    rules.add(new BookPlan.When(place(alias), hysteresisBars));
    whens.add(condition);
    return this;
  }

  Sheet weigh(String alias, double weight) {
    var old = planned.get(place(alias));
    return put(new BookPlan.Child(alias, old.hold(), Exact.ofDouble(weight), old.unconditional()));
  }

  /** A state; the last one is the default and has no condition. */
  Sheet state(String state, ConditionNode condition, double... shares) {
    regimes.add(new BookPlan.Regime(state,
        Arrays.stream(shares).mapToObj(Exact::ofDouble).toList()));
    if (condition != null) states.add(condition);
    return this;
  }

  private Sheet put(BookPlan.Child child) {
    planned.set(place(child.alias()), child);
    return this;
  }

  private int place(String alias) {
    return planned.stream().map(BookPlan.Child::alias).toList().indexOf(alias);
  }

  PortfolioProgram build() {
    var plan = new BookPlan(Exact.ofDouble(capital), planned, rules, regimes, rebalance,
        RiskLimits.DEFAULT);
    return new PortfolioProgram(name, streams.build(), plan, whens, states, children);
  }
}
