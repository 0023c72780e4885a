package io.qkt.dsl.syntax;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.RunRule;
import io.qkt.dsl.syntax.lex.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the parts of a file demand of one another and what needs no knowledge of values. */
final class FileRules {
  private static final List<String> METHODS = List.of("REGIME_WEIGHTED");

  private final Issues issues;

  FileRules(Issues issues) {
    this.issues = issues;
  }

  void check(QktFile file) {
    checkGroups(file);
    if (file instanceof PortfolioFile portfolio) checkPortfolio(portfolio);
  }

  private void checkGroups(QktFile file) {
    var streams = new TreeSet<>(file.streams().stream().map(s -> s.alias().text()).toList());
    var grouped = new TreeSet<String>();
    for (var group : file.syncGroups()) {
      for (var member : group.members()) {
        if (!streams.contains(member.text())) unknown(Code.SYNCHRONIZE, "stream", member, streams);
        else if (!grouped.add(member.text())) {
          report(Code.SYNCHRONIZE, member, "a stream must be synchronized once, `%s` is twice"
              .formatted(shown(member)), "remove one of them");
        }
      }
    }
  }

  private void checkPortfolio(PortfolioFile file) {
    var aliases = aliases(file);
    for (var run : file.runs()) {
      if (!aliases.contains(run.alias().text())) unknown(Code.RUN, "import", run.alias(), aliases);
    }
    checkWeights(file);
    checkCapital(file);
    checkRegimes(file);
    file.blocks(Block.Allocate.class).forEach(a -> checkAllocate(file, a, aliases));
  }

  private TreeSet<String> aliases(PortfolioFile file) {
    var aliases = new TreeSet<String>();
    for (var imported : file.imports()) {
      if (aliases.add(imported.alias().text())) continue;
      report(Code.IMPORT, imported.alias(), "an import must have an alias of its own, `%s` is taken"
          .formatted(shown(imported.alias())), "choose another name");
    }
    if (aliases.isEmpty()) {
      report(Code.IMPORT, file.name(), "a portfolio must import a strategy, imports none",
          "write `IMPORT 'trend.qkt' AS trend`");
    }
    return aliases;
  }

  private void checkWeights(PortfolioFile file) {
    var weighted = file.runs().stream().filter(run -> run.weight().isPresent()).toList();
    if (weighted.isEmpty()) return;
    if (weighted.size() < file.runs().size()) {
      var bare = file.runs().stream().filter(run -> run.weight().isEmpty()).findFirst();
      report(Code.WEIGHT, bare.orElseThrow(), "every RUN or none must have a WEIGHT, this one has"
          + " none", "add `WEIGHT 0.5`");
    }
    var sum = BigDecimal.ZERO;
    for (var run : weighted)
      sum = sum.add(checkedWeight(run));
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      report(Code.WEIGHT, weighted.getLast().weight().orElseThrow(),
          "the weights must be at most 1 together, are " + sum.toPlainString(),
          "lower one of them");
    }
  }

  /** Of a weight that is out of bounds nothing is added: that was said. */
  private BigDecimal checkedWeight(RunRule run) {
    var weight = run.weight().orElseThrow();
    boolean fits = weight.value().signum() > 0 && weight.value().compareTo(BigDecimal.ONE) <= 0;
    if (fits) return weight.value();
    report(Code.WEIGHT, weight, "a weight must be above 0 and at most 1", "write `WEIGHT 0.5`");
    return BigDecimal.ZERO;
  }

  private void checkCapital(PortfolioFile file) {
    var capital = file.blocks(Block.Capital.class).stream().findFirst();
    var allocate = file.blocks(Block.Allocate.class).stream().findFirst();
    var weighted = file.runs().stream().filter(run -> run.weight().isPresent()).findFirst();
    boolean regimes = !file.blocks(Block.Regimes.class).isEmpty();
    if (capital.isEmpty()) {
      Optional<? extends Node> user = weighted.isPresent() ? weighted : allocate;
      user.ifPresent(node -> report(Code.CAPITAL, node, "WEIGHT and ALLOCATE must have a CAPITAL to"
          + " divide", "write `CAPITAL 10000` behind the version"));
    } else if (weighted.isEmpty() && allocate.isEmpty() && !regimes) {
      report(Code.CAPITAL, capital.get(), "CAPITAL must be divided by WEIGHT, REGIMES or ALLOCATE",
          "write a `WEIGHT` behind each RUN, or remove it");
    }
    if (weighted.isPresent() && allocate.isPresent()) {
      report(Code.ALLOCATE, allocate.get(), "ALLOCATE must stand without WEIGHT, was with",
          "remove one of them");
    }
  }

  private void checkRegimes(PortfolioFile file) {
    for (var regimes : file.blocks(Block.Regimes.class)) {
      var names = new TreeSet<String>();
      for (var state : regimes.states()) {
        if (names.add(state.name().text())) continue;
        report(Code.REGIMES, state.name(), "a state must stand once, `%s` stands twice".formatted(
            shown(state.name())), "give one another name");
      }
      long defaults = regimes.states().stream().filter(s -> s.condition().isEmpty()).count();
      if (defaults == 1) continue;
      report(Code.REGIMES, regimes.name(), "REGIMES must have one DEFAULT, has " + defaults,
          "write `STATE other DEFAULT` once");
    }
  }

  private void checkAllocate(PortfolioFile file, Block.Allocate allocate, TreeSet<String> aliases) {
    if (METHODS.stream().noneMatch(allocate.method().text()::equalsIgnoreCase)) {
      report(Code.ALLOCATE, allocate.method(), "a method must be REGIME_WEIGHTED, was `%s`"
          .formatted(shown(allocate.method())), "write `METHOD REGIME_WEIGHTED`");
    }
    var states = new TreeSet<String>();
    file.blocks(Block.Regimes.class)
        .forEach(regimes -> regimes.states().forEach(state -> states.add(state.name().text())));
    if (states.isEmpty()) {
      report(Code.ALLOCATE, allocate, "ALLOCATE must have REGIMES to go by, has none",
          "write `REGIMES NAME weather STATE … DEFAULT`");
      return;
    }
    var seen = new TreeSet<String>();
    for (var allocation : allocate.allocations()) {
      checkAllocation(allocation, states, aliases);
      if (seen.add(allocation.state().text())) continue;
      report(Code.ALLOCATE, allocation, "a state must be allocated once, `%s` is twice".formatted(
          shown(allocation.state())), "keep one of them");
    }
  }

  private void checkAllocation(Block.Allocation allocation, TreeSet<String> states,
      TreeSet<String> aliases) {
    if (!states.contains(allocation.state().text())) {
      unknown(Code.ALLOCATE, "state", allocation.state(), states);
    }
    var sum = BigDecimal.ZERO;
    for (var share : allocation.shares()) {
      sum = sum.add(share.share().value());
      share.alias()
          .filter(alias -> !aliases.contains(alias.text()))
          .ifPresent(alias -> unknown(Code.ALLOCATE, "import", alias, aliases));
    }
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      report(Code.ALLOCATE, allocation.shares().getLast().share(),
          "the shares of a state must be at most 1 together, are " + sum.toPlainString(),
          "lower one of them");
    }
  }

  private void unknown(Code code, String what, Name name, TreeSet<String> known) {
    var help = known.isEmpty()
        ? "declare it"
        : "use one of " + String.join(", ", known.stream().limit(8).map(Shown::clipped).toList());
    report(code, name, "%s must be declared, `%s` is not".formatted(
        what.equals("import") ? "an import" : "a " + what, shown(name)),
        Nearest.to(name.text(), known).map("use `%s`"::formatted).orElse(help));
  }

  private static String shown(Name name) {
    return Shown.clipped(name.text());
  }

  private void report(Code code, Node node, String message, String help) {
    issues.add(Issue.error(code, node.span(), message, help));
  }
}
