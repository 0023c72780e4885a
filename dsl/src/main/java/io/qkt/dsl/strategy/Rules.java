package io.qkt.dsl.strategy;

import io.qkt.core.program.ProgramBuilder;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Mentions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.order.Actions;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.RuleItem;
import io.qkt.dsl.syntax.ast.StrategyFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Plans the rules of a strategy, in the order of the text. */
final class Rules {
  private final StrategyFile file;
  private final String source;
  private final Scope scope;
  private final ProgramBuilder builder;
  private final Expressions expressions;
  private final Actions actions;
  private final List<RuleFacts> facts = new ArrayList<>();

  Rules(StrategyFile file, String source, Scope scope, ProgramBuilder builder,
      Expressions expressions, Actions actions) {
    this.file = file;
    this.source = source;
    this.scope = scope;
    this.builder = builder;
    this.expressions = expressions;
    this.actions = actions;
  }

  List<RuleFacts> plan() {
    file.rules().forEach(this::plan);
    return List.copyOf(facts);
  }

  private void plan(RuleItem item) {
    switch (item) {
      case RuleItem.Rule rule -> plan(rule, Place.of(Place.Kind.CONDITION, 0));
      case RuleItem.ForEach each -> planEach(each);
    }
  }

  private void planEach(RuleItem.ForEach each) {
    if (each.streams().isEmpty()) {
      expressions.reports()
          .warning(Code.NO_STREAM_EACH, each,
              "a FOR EACH must name a stream to do anything, names none",
              "name one between [ and ]");
    }
    each.streams()
        .stream()
        .filter(stream -> scope.streams().require(stream).isPresent())
        .forEach(stream -> plan(each.rule(),
            Place.of(Place.Kind.CONDITION, 0).binding(each.variable().text(), stream.text())));
  }

  private void plan(RuleItem.Rule rule, Place anywhere) {
    int clock = clock(rule, anywhere);
    var asked = anywhere.onClock(clock).apart();
    int errors = expressions.reports().errors();
    var condition = expressions.condition(rule.condition(), asked);
    boolean isWhole = expressions.reports().errors() == errors;
    if (isWhole && NeverTrue.is(condition)) warnNeverTrue(rule);
    var done = asked.as(Place.Kind.ACTION).apart();
    var plans = actions.plan(rule.actions(), done);
    var warmUp = new WarmUp(scope.streams(), asked.mentions(), done.mentions());
    warmUp.all().forEach(builder::history);
    builder.rule(clock, condition, rule.trigger() == RuleItem.Trigger.WHILE, warmUp.waits(),
        plans);
    facts.add(new RuleFacts(facts.size() + 1, rule.span(), alias(clock), named(warmUp),
        indicators(asked.mentions(), done.mentions()), OrderCount.of(plans)));
  }

  private void warnNeverTrue(RuleItem.Rule rule) {
    expressions.reports()
        .warning(Code.NEVER_TRUE, rule.condition(),
            "a condition must be able to become true, this one cannot",
            "compare with other numbers, or use OR");
  }

  /** What the rule says, else what its first order is about, else what its condition names. */
  private int clock(RuleItem.Rule rule, Place anywhere) {
    if (rule.clock().isPresent()) {
      var name = rule.clock().get();
      return expressions.stream(name, anywhere).map(stream -> stream.index()).orElse(0);
    }
    return actions.clock(rule.actions(), anywhere).orElseGet(() -> named(rule, anywhere).orElse(0));
  }

  /** Planned aside, since what it remembers must not be asked twice. */
  private OptionalInt named(RuleItem.Rule rule, Place anywhere) {
    var aside = anywhere.apart();
    new Expressions(source, scope, Layout.builder(file, scope.streams()), new Issues())
        .condition(rule.condition(), aside);
    return aside.mentions().primary();
  }

  private TreeMap<String, Integer> named(WarmUp warmUp) {
    var byAlias = new TreeMap<String, Integer>();
    warmUp.all().forEach((stream, bars) -> byAlias.put(alias(stream), bars));
    return byAlias;
  }

  private String alias(int stream) {
    return scope.streams().all().isEmpty() ? "" : scope.streams().all().get(stream).alias();
  }

  private static List<String> indicators(Mentions condition, Mentions actions) {
    var both = new Mentions();
    both.add(condition);
    both.add(actions);
    return List.copyOf(both.indicators());
  }
}
