package io.qkt.cli.language;

import io.qkt.core.book.BookPlan;
import io.qkt.core.money.Exact;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.dsl.strategy.Facts;
import io.qkt.dsl.strategy.RuleFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Static facts for people. */
final class FactsText {
  private FactsText() {}

  static String of(Path file, String name, Facts facts) {
    var text = new StringBuilder("%s: strategy %s%n".formatted(file, name));
    for (var stream : facts.streams())
      text.append("  stream %s = %s every %s, %d bars of history%n".formatted(stream.alias(),
          stream.instrument(), stream.every(), stream.history()));
    facts.rules().forEach(rule -> text.append(rule(rule)));
    text.append("  order kinds: %s%n".formatted(listed(facts.orderKinds())));
    text.append("  at most %d orders when all streams close at once%n".formatted(
        facts.ordersPerBar()));
    text.append(facts.rulesWithoutStop().isEmpty()
        ? "  every order has a stop loss%n".formatted()
        : "  without a stop loss: rule %s%n".formatted(facts.rulesWithoutStop()
            .stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "))));
    return text.toString();
  }

  static String of(Path file, PortfolioProgram program) {
    var plan = program.plan();
    var text = new StringBuilder("%s: portfolio %s, capital %s%n".formatted(file, program.name(),
        plan.capital() == 0 ? "none" : Exact.text(plan.capital())));
    for (var child : plan.children())
      text.append("  child %s: %s%s%s%n".formatted(child.alias(), gate(plan, child),
          child.weight() == 0 ? "" : ", weight " + Exact.text(child.weight()),
          child.hold() ? ", keeps its positions when it is off" : ""));
    return text.toString();
  }

  private static String gate(BookPlan plan, BookPlan.Child child) {
    if (child.unconditional()) return "runs always";
    int place = plan.children().indexOf(child);
    long conditions = plan.whens().stream().filter(when -> when.child() == place).count();
    return conditions == 0 ? "never runs"
        : "runs while one of %d conditions holds".formatted(
            conditions);
  }

  private static String rule(RuleFacts rule) {
    var warmUp = rule.warmUp()
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
    return "  rule %d: clock %s, warm after %s bars%s%n".formatted(rule.number(), rule.clock(),
        warmUp, rule.indicators().isEmpty() ? "" : ", " + String.join(", ", rule.indicators()));
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
