package io.qkt.dsl;

import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.portfolio.Imports;
import io.qkt.dsl.portfolio.Portfolios;
import io.qkt.dsl.strategy.Strategies;
import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.Parser;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.StrategyFile;
import io.qkt.dsl.syntax.ast.StreamDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Texts in, a program or errors out: all errors of all files in one pass. */
public final class Compiler implements Imports {
  private static final int IMPORT_DEPTH_MAX = 8;

  private final Sources sources;
  private final Map<String, FileReport> reports = new LinkedHashMap<>();
  private final List<String> within = new ArrayList<>();

  private Compiler(Sources sources) {
    this.sources = sources;
  }

  /** A strategy of one file. */
  public static Compilation compile(String source) {
    return compile("strategy.qkt", source, Sources.NONE, new TreeMap<>());
  }

  /**
   * Compiles a file and what it imports.
   *
   * @param file what the text is called in reports, and what imports are relative to
   * @param params values for PARAMs and LETs by name, as they would be written in the text
   */
  public static Compilation compile(String file, String source, Sources sources,
      Map<String, String> params) {
    var compiler = new Compiler(sources);
    var unit = compiler.unit(file, source, params);
    var reports = List.copyOf(compiler.reports.values());
    boolean failed = reports.stream().anyMatch(FileReport::hasErrors);
    return new Compilation(failed ? Optional.empty() : unit, reports);
  }

  private Optional<Unit> unit(String file, String source, Map<String, String> params) {
    var parsed = Parser.parse(source);
    var issues = begin(file, source, parsed.issues());
    if (parsed.hasErrors()) {
      if (parsed.file().orElse(null) instanceof StrategyFile strategy
          && areInRules(parsed, strategy)) {
        checkMeaning(strategy, source, issues);
        finish(file, source, issues);
      }
      return Optional.empty();
    }
    var main = parsed.file().orElseThrow();
    var unit = planned(file, main, source, List.of(), GivenParams.of(main, params, issues),
        issues);
    finish(file, source, issues);
    return unit;
  }

  /** Whether all that was not understood lies behind whatever declares a name. */
  private static boolean areInRules(Parsed parsed, StrategyFile strategy) {
    var rules = strategy.blocks(Block.Rules.class).stream().findFirst();
    if (rules.isEmpty()) return false;
    int start = rules.get().span().start();
    return parsed.issues()
        .stream()
        .allMatch(issue -> issue.span().start() >= start
            && !issue.code().equals(Code.FOR_EACH.id()))
        && strategy.blocks()
            .stream()
            .allMatch(block -> block instanceof Block.Rules
                || block.span().start() < start);
  }

  /** The rules that were understood are checked too; what would be missing is not said of them. */
  private static void checkMeaning(StrategyFile strategy, String source, Issues issues) {
    var meaning = new Issues();
    Strategies.plan(strategy, source, List.of(), new TreeMap<>(), meaning);
    meaning.sorted().stream().filter(Issue::isError).forEach(issues::add);
  }

  /** The report stands where the file was met; what is said of it is filled in later. */
  private Issues begin(String file, String source, List<Issue> found) {
    reports.putIfAbsent(file, new FileReport(file, source, found));
    var issues = new Issues();
    found.forEach(issues::add);
    return issues;
  }

  /** A file that is imported twice, with other values, keeps the errors of either time. */
  private void finish(String file, String source, Issues issues) {
    if (reports.get(file).hasErrors() && !issues.hasErrors()) return;
    reports.put(file, new FileReport(file, source, issues.sorted()));
  }

  private Optional<Unit> planned(String file, QktFile parsed, String source,
      List<StreamDecl> inherited, Map<String, Expr> overrides, Issues issues) {
    within.add(file);
    Unit unit = switch (parsed) {
      case StrategyFile strategy -> {
        var planned = Strategies.plan(strategy, source, inherited, overrides, issues);
        yield new Unit.Strategy(planned.program(), planned.rules());
      }
      case PortfolioFile portfolio -> new Unit.Portfolio(
          Portfolios.plan(portfolio, file, source, inherited, overrides, issues, this));
    };
    within.removeLast();
    return issues.hasErrors() ? Optional.empty() : Optional.of(unit);
  }

  @Override
  public Optional<Imported> read(String importer, String path) {
    var file = resolved(importer, path);
    return sources.read(file).map(source -> new Imported(file, source, Parser.parse(source)));
  }

  private static String resolved(String importer, String path) {
    if (path.startsWith("/")) return path;
    var parts = new ArrayList<>(List.of(importer.replace('\\', '/').split("/", -1)));
    parts.removeLast();
    for (var part : path.replace('\\', '/').split("/")) {
      boolean leaves = part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
      if (leaves) parts.removeLast();
      else if (!part.equals(".")) parts.add(part);
    }
    return String.join("/", parts);
  }

  @Override
  public Optional<PortfolioProgram.Content> child(Imported imported,
      List<StreamDecl> inherited, Map<String, Expr> overrides) {
    var issues = begin(imported.file(), imported.source(), imported.parsed().issues());
    if (imported.parsed().hasErrors()) return Optional.empty();
    var unit = planned(imported.file(), imported.parsed().file().orElseThrow(),
        imported.source(), inherited, overrides, issues);
    finish(imported.file(), imported.source(), issues);
    return unit.map(planned -> switch (planned) {
      case Unit.Strategy(var program, _) -> new PortfolioProgram.Strategy(program);
      case Unit.Portfolio(var program) -> new PortfolioProgram.Portfolio(program);
    });
  }

  @Override
  public Optional<String> circle(String file) {
    if (within.contains(file)) {
      return Optional.of("files must not import one another, these do: " + String.join(" → ",
          within.subList(within.indexOf(file), within.size())) + " → " + file);
    }
    return within.size() <= IMPORT_DEPTH_MAX
        ? Optional.empty()
        : Optional.of("imports must be at most %d deep, this one is %d deep".formatted(
            IMPORT_DEPTH_MAX, within.size()));
  }

  /** A mistake that is about what was asked and not about the text. */
  static Issue aboutFile(Code code, QktFile file, String message, String help) {
    return Issue.error(code, file.name().span(), message, help);
  }
}
