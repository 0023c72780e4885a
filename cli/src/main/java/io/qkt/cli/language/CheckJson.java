package io.qkt.cli.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qkt.core.money.Exact;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.dsl.Compilation;
import io.qkt.dsl.FileReport;
import io.qkt.dsl.Unit;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.strategy.Facts;
import io.qkt.dsl.strategy.RuleFacts;
import io.qkt.dsl.text.LineMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check has found, for tools. */
final class CheckJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CheckJson() {}

  static String of(Map<Path, Compilation> compiled) {
    var all = JSON.createObjectNode();
    all.put("ok", compiled.values().stream().noneMatch(Compilation::hasErrors));
    var files = all.putArray("files");
    compiled.forEach((file, compilation) -> file(files.addObject(), file, compilation));
    return all.toPrettyString();
  }

  private static void file(ObjectNode node, Path file, Compilation compilation) {
    node.put("file", file.toString());
    node.put("ok", !compilation.hasErrors());
    var issues = node.putArray("issues");
    for (var report : compilation.reports())
      report.issues().forEach(issue -> issue(issues.addObject(), report, issue));
    compilation.unit().ifPresent(unit -> facts(node, unit));
  }

  private static void issue(ObjectNode node, FileReport report, Issue issue) {
    var lines = new LineMap(report.source());
    int end = Math.min(issue.span().end(), report.source().length());
    int start = Math.min(issue.span().start(), report.source().length());
    node.put("file", report.file())
        .put("code", issue.code())
        .put("severity", issue.severity().name().toLowerCase(Locale.ROOT))
        .put("message", issue.message())
        .put("help", issue.help())
        .put("line", lines.line(start))
        .put("column", lines.column(start))
        .put("endLine", lines.line(end))
        .put("endColumn", lines.column(end));
  }

  private static void facts(ObjectNode node, Unit unit) {
    node.put("name", unit.name());
    node.put("kind", unit instanceof Unit.Strategy ? "strategy" : "portfolio");
    if (unit instanceof Unit.Strategy(var program, var rules)) {
      facts(node.putObject("facts"), Facts.of(program, rules));
    }
    if (unit instanceof Unit.Portfolio(var program)) children(node.putArray("children"), program);
  }

  private static void children(ArrayNode nodes, PortfolioProgram program) {
    for (var child : program.plan().children())
      nodes.addObject()
          .put("alias", child.alias())
          .put("always", child.unconditional())
          .put("weight", Exact.text(child.weight()))
          .put("hold", child.hold());
  }

  private static void facts(ObjectNode node, Facts facts) {
    var streams = node.putArray("streams");
    for (var stream : facts.streams())
      streams.addObject()
          .put("alias", stream.alias())
          .put("instrument", stream.instrument())
          .put("every", stream.every())
          .put("history", stream.history());
    texts(node.putArray("brokers"), facts.brokers());
    texts(node.putArray("orderKinds"), facts.orderKinds());
    var rules = node.putArray("rules");
    facts.rules().forEach(rule -> rule(rules.addObject(), rule));
    node.put("ordersPerBar", facts.ordersPerBar());
    node.put("everyOrderHasStop", facts.rulesWithoutStop().isEmpty());
    var without = node.putArray("rulesWithoutStop");
    facts.rulesWithoutStop().forEach(without::add);
  }

  private static void rule(ObjectNode node, RuleFacts rule) {
    node.put("number", rule.number()).put("clock", rule.clock());
    var warmUp = node.putObject("warmUp");
    rule.warmUp().forEach(warmUp::put);
    texts(node.putArray("indicators"), rule.indicators());
    node.put("orders", rule.orders());
  }

  private static void texts(ArrayNode node, List<String> texts) {
    texts.forEach(node::add);
  }
}
