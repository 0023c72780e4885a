package io.qkt.dsl.portfolio;

import io.qkt.core.book.BookPlan;
import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.risk.RiskLimits;
import io.qkt.dsl.expr.Expressions;
import io.qkt.dsl.expr.Place;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.strategy.Layout;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.syntax.ast.RunRule;
import io.qkt.dsl.syntax.ast.StreamDecl;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans a portfolio: its conditions, its book, and its children. */
public final class Portfolios {
  private static final long MICROS_PER_MILLI = 1_000;

  private final PortfolioFile file;
  private final String path;
  private final String source;
  private final List<StreamDecl> inherited;
  private final Issues issues;
  private final Imports imports;
  private final Scope scope;
  private final ProgramBuilder builder;
  private final Expressions expressions;

  private Portfolios(PortfolioFile file, String path, String source, List<StreamDecl> inherited,
      Map<String, Expr> overrides, Issues issues, Imports imports) {
    this.file = file;
    this.path = path;
    this.source = source;
    this.inherited = inherited;
    this.issues = issues;
    this.imports = imports;
    scope = Scope.of(file, inherited, overrides, issues);
    builder = Layout.builder(file, scope.streams());
    expressions = new Expressions(source, scope, builder, issues);
  }

  /**
   * Plans a file and reports what is wrong with it; of use only if nothing was.
   *
   * @param path of the file, to which its imports are relative
   */
  public static PortfolioProgram plan(PortfolioFile file, String path, String source,
      List<StreamDecl> inherited, Map<String, Expr> overrides, Issues issues, Imports imports) {
    return new Portfolios(file, path, source, inherited, overrides, issues, imports).plan();
  }

  private PortfolioProgram plan() {
    var whens = file.runs()
        .stream()
        .flatMap(run -> run.condition().stream())
        .map(this::condition)
        .toList();
    var regimes = states().stream()
        .flatMap(state -> state.condition().stream())
        .map(this::condition)
        .toList();
    var children = new ArrayList<PortfolioProgram.Child>();
    for (var imported : file.imports())
      child(imported).ifPresent(children::add);
    if (issues.hasErrors() || children.size() < file.imports().size()) return null;
    return whole(whens, regimes, children);
  }

  private PortfolioProgram whole(List<ConditionNode> whens, List<ConditionNode> regimes,
      List<PortfolioProgram.Child> children) {
    try {
      return new PortfolioProgram(file.name().text(), builder.build(), book(), whens, regimes,
          children);
    } catch (IllegalArgumentException | ExactOverflow e) {
      var words = e.getMessage().split("; ", 2);
      report(Code.BOOK, file.name(), words[0], words.length > 1 ? words[1] : "change the number");
      return null;
    }
  }

  /** What looks back in it is moved by the stream that it names first. */
  private ConditionNode condition(Expr condition) {
    var aside = Place.of(Place.Kind.GATE, 0);
    new Expressions(source, scope, Layout.builder(file, scope.streams()), new Issues())
        .condition(condition, aside);
    var place = Place.of(Place.Kind.GATE, aside.mentions().primary().orElse(0));
    var node = expressions.condition(condition, place);
    place.mentions().all().forEach(builder::history);
    return node;
  }

  private Optional<PortfolioProgram.Child> child(Block.Import imported) {
    var found = imports.read(path, imported.path().value());
    if (found.isEmpty()) {
      report(Code.IMPORT_UNREADABLE, imported.path(), "an imported file must be there, `%s` is not"
          .formatted(imported.path().value()), "write its path as seen from this file");
      return Optional.empty();
    }
    var circle = imports.circle(found.get().file());
    if (circle.isPresent()) {
      report(Code.IMPORT_CYCLE, imported.path(), circle.get(), "remove the import");
      return Optional.empty();
    }
    return child(imported, found.get());
  }

  private Optional<PortfolioProgram.Child> child(Block.Import imported, Imports.Imported found) {
    var overrides = found.parsed()
        .file()
        .map(child -> new Overrides(file, issues).of(imported, child))
        .orElseGet(TreeMap::new);
    var content = imports.child(found, lent(), overrides);
    if (content.isEmpty()) {
      report(Code.IMPORT_UNREADABLE, imported.path(), "an imported file must be without errors,"
          + " `%s` is not".formatted(imported.path().value()), "mend the errors that it has");
    }
    return content.map(of -> new PortfolioProgram.Child(imported.alias().text(), of));
  }

  /** Own streams first: where both declare an alias, this file's is meant. */
  private List<StreamDecl> lent() {
    var lent = new ArrayList<>(file.streams());
    lent.addAll(inherited);
    return lent.stream().filter(StreamDecl.Market.class::isInstance).toList();
  }

  private BookPlan book() {
    long capital = file.blocks(Block.Capital.class)
        .stream()
        .findFirst()
        .map(block -> exact(block.amount()))
        .orElse(0L);
    var allocate = file.blocks(Block.Allocate.class).stream().findFirst();
    long rebalance = allocate.flatMap(Block.Allocate::rebalance)
        .map(every -> every.millis() * MICROS_PER_MILLI)
        .orElse(0L);
    var children = file.imports().stream().map(this::planned).toList();
    return new BookPlan(capital, children, whens(), regimes(allocate), rebalance,
        RiskLimits.DEFAULT);
  }

  private BookPlan.Child planned(Block.Import imported) {
    var runs = runs(imported);
    long weight = runs.stream()
        .flatMap(run -> run.weight().stream())
        .findFirst()
        .map(Portfolios::exact)
        .orElse(0L);
    return new BookPlan.Child(imported.alias().text(), imported.hold(), weight,
        runs.stream().anyMatch(run -> run.condition().isEmpty()));
  }

  private List<RunRule> runs(Block.Import imported) {
    return file.runs()
        .stream()
        .filter(run -> run.alias().text().equals(imported.alias().text()))
        .toList();
  }

  private List<BookPlan.When> whens() {
    var aliases = file.imports().stream().map(imported -> imported.alias().text()).toList();
    return file.runs()
        .stream()
        .filter(run -> run.condition().isPresent())
        .map(run -> new BookPlan.When(aliases.indexOf(run.alias().text()),
            run.hysteresisBars().orElse(0)))
        .toList();
  }

  private List<Block.State> states() {
    return file.blocks(Block.Regimes.class)
        .stream()
        .flatMap(regimes -> regimes.states().stream())
        .toList();
  }

  /** Those with a condition in the order of the text, and then the default. */
  private List<BookPlan.Regime> regimes(Optional<Block.Allocate> allocate) {
    var regimes = new ArrayList<BookPlan.Regime>();
    states().stream()
        .filter(state -> state.condition().isPresent())
        .forEach(
            state -> regimes.add(regime(state, allocate)));
    states().stream()
        .filter(state -> state.condition().isEmpty())
        .forEach(
            state -> regimes.add(regime(state, allocate)));
    return regimes;
  }

  private BookPlan.Regime regime(Block.State state, Optional<Block.Allocate> allocate) {
    var name = state.name().text();
    return new BookPlan.Regime(name, file.imports()
        .stream()
        .map(imported -> allocate.map(a -> share(a, name, imported.alias().text()))
            .orElse(Exact.ONE))
        .toList());
  }

  /** A child that a state does not name has no new risk in it. */
  private static long share(Block.Allocate allocate, String state, String alias) {
    return allocate.allocations()
        .stream()
        .filter(allocation -> allocation.state().text().equals(state))
        .flatMap(allocation -> allocation.shares().stream())
        .filter(share -> share.alias().filter(name -> name.text().equals(alias)).isPresent())
        .findFirst()
        .map(share -> exact(share.share()))
        .orElse(0L);
  }

  private static long exact(Expr.Num number) {
    BigDecimal value = number.value();
    return Exact.parse(value.setScale(8, RoundingMode.HALF_EVEN).toPlainString());
  }

  private void report(Code code, Node at, String message, String help) {
    issues.add(Issue.error(code, at.span(), message, help));
  }
}
