package io.qkt.dsl.strategy;

import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.calendar.Schedule;
import io.qkt.core.program.calendar.Zone;
import io.qkt.core.program.cell.Sequence;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.order.Actions;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.ScheduleClause;
import io.qkt.dsl.syntax.ast.StrategyFile;
import io.qkt.dsl.syntax.ast.StreamDecl;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Plans a strategy: every block of its file becomes a part of one program. */
public final class Strategies {
  private static final long MICROS_PER_MILLI = 1_000;

  private final StrategyFile file;
  private final String source;
  private final Issues issues;
  private final Scope scope;
  private final ProgramBuilder builder;
  private final Expressions expressions;
  private final Actions actions;

  private Strategies(StrategyFile file, String source, List<StreamDecl> inherited,
      Map<String, Expr> overrides, Issues issues) {
    this.file = file;
    this.source = source;
    this.issues = issues;
    scope = Scope.of(file, inherited, overrides, issues);
    builder = Layout.builder(file, scope.streams());
    expressions = new Expressions(source, scope, builder, issues);
    actions = new Actions(scope, expressions, file.blocks(Block.Defaults.class)
        .stream()
        .findFirst());
  }

  /** What a strategy has become; of use only if no error was reported. */
  public record Planned(Program program, List<RuleFacts> rules) {}

  /**
   * Plans a file and reports what is wrong with it.
   *
   * @param inherited streams that its portfolio lends it
   * @param overrides values for its PARAMs and LETs
   */
  public static Planned plan(StrategyFile file, String source, List<StreamDecl> inherited,
      Map<String, Expr> overrides, Issues issues) {
    var strategy = new Strategies(file, source, inherited, overrides, issues);
    if (strategy.scope.streams().all().isEmpty()) {
      return new Planned(strategy.builder.build(), List.of());
    }
    return strategy.plan();
  }

  private Planned plan() {
    file.sequences().forEach(this::declare);
    file.sequences().forEach(this::plan);
    var rules = new Rules(file, source, scope, builder, expressions, actions).plan();
    file.blocks(Block.Schedule.class).forEach(block -> block.clauses().forEach(this::schedule));
    checkUnused();
    if (issues.hasErrors()) return new Planned(null, rules);
    var program = builder.build();
    WithoutExit.first(program).ifPresent(rule -> warnWithoutExit(rules.get(rule.number() - 1)));
    return new Planned(program, rules);
  }

  private void warnWithoutExit(RuleFacts rule) {
    issues.add(Issue.warning(Code.NO_EXIT, rule.span(),
        "a position must be closed some day, nothing closes that of rule %d".formatted(
            rule.number()),
        "add `BRACKET { STOP LOSS BY … }`, or a rule with CLOSE"));
  }

  /** Its place comes before its stages, so that each may ask for what the others have found. */
  private void declare(Block.Sequence sequence) {
    if (scope.sequences().containsKey(sequence.name().text())) {
      twice("a sequence", sequence.name());
      return;
    }
    var names = new ArrayList<String>();
    for (var stage : sequence.stages()) {
      if (names.contains(stage.name().text())) twice("a stage", stage.name());
      names.add(stage.name().text());
    }
    expressions.stream(sequence.stream(), Place.of(Place.Kind.STAGE, 0))
        .ifPresent(clock -> scope.declare(sequence.name().text(), new Scope.DeclaredSequence(
            expressions.cells().run(clock.index(), names.size()), List.copyOf(names))));
  }

  private void plan(Block.Sequence sequence) {
    var declared = scope.sequences().get(sequence.name().text());
    if (declared == null) return;
    var run = declared.run();
    var stages = new ArrayList<Sequence.Stage>();
    for (var stage : sequence.stages()) {
      var place = Place.of(Place.Kind.STAGE, run.stream());
      var condition = expressions.condition(stage.condition(), place);
      place.mentions().all().forEach(builder::history);
      stages.add(new Sequence.Stage(condition,
          stage.within().map(within -> within.millis() * MICROS_PER_MILLI).orElse(0L)));
    }
    expressions.cells().sequence(run, stages);
  }

  private void twice(String what, Name name) {
    issues.add(Issue.error(Code.NAME_TWICE, name.span(),
        "%s must have a name of its own, `%s` is taken".formatted(what, name.text()),
        "choose another name"));
  }

  private void schedule(ScheduleClause clause) {
    var place = Place.of(Place.Kind.ACTION, 0);
    var plans = actions.plan(clause.actions(), place);
    place.mentions().all().forEach(builder::history);
    var schedule = switch (clause) {
      case ScheduleClause.At at -> at(at);
      case ScheduleClause.EveryHour hour -> Schedule.everyHour(hour.minute());
      case ScheduleClause.EveryDay day -> new Schedule(List.of(time(day.time())),
          zone(day.zone(), clause), day.weekdaysOnly());
    };
    builder.schedule(schedule, plans.toArray(Action[]::new));
  }

  private Schedule at(ScheduleClause.At at) {
    return new Schedule(at.times().stream().map(Strategies::time).toList(), zone(at.zone(), at),
        false);
  }

  private static LocalTime time(ScheduleClause.TimeOfDay time) {
    return LocalTime.of(time.hour(), time.minute(), time.second());
  }

  private Zone zone(ScheduleClause.Zone zone, ScheduleClause at) {
    if (zone != ScheduleClause.Zone.BROKER) return Zone.valueOf(zone.name());
    issues.add(Issue.error(Code.SCHEDULE, at.span(),
        "a zone must be known before the start, BROKER is not", "write UTC, NY, LONDON, TOKYO,"
            + " SYDNEY or CHICAGO"));
    return Zone.UTC;
  }

  /** A LET that nothing mentions is checked all the same, and said to be unused. */
  private void checkUnused() {
    var aside = new Expressions(source, scope, Layout.builder(file, scope.streams()), issues);
    var unused = new TreeSet<String>();
    scope.lets()
        .stream()
        .map(let -> let.name().text())
        .filter(n -> !scope.isUsed(n))
        .forEach(
            unused::add);
    for (var let : scope.lets()) {
      if (!unused.contains(let.name().text())) continue;
      issues.add(Issue.warning(Code.UNUSED_LET, let.name().span(),
          "a LET must be used, `%s` is not".formatted(let.name().text()), "remove it"));
      aside.value(let.value(), Place.of(Place.Kind.CONDITION, 0));
    }
  }
}
