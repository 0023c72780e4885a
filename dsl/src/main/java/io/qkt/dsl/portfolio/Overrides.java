package io.qkt.dsl.portfolio;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Block;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.ast.RunRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values that a portfolio gives to the PARAMs of an import. */
final class Overrides {
  private final PortfolioFile file;
  private final Issues issues;

  Overrides(PortfolioFile file, Issues issues) {
    this.file = file;
    this.issues = issues;
  }

  Map<String, Expr> of(Block.Import imported, QktFile child) {
    var values = new TreeMap<String, Expr>();
    file.runs()
        .stream()
        .filter(run -> run.alias().text().equals(imported.alias().text()))
        .flatMap(run -> run.overrides().stream())
        .forEach(override -> take(override, child, values));
    return values;
  }

  private void take(RunRule.Override override, QktFile child, TreeMap<String, Expr> values) {
    var name = override.name().text();
    var param = child.params().stream().filter(p -> p.name().text().equals(name)).findFirst();
    if (param.isEmpty()) {
      unknown(override, child.params());
    } else if (kind(param.get().value()) != kind(override.value())) {
      report(Code.PARAM_KIND, override, "an OVERRIDE must be of the kind of its PARAM, `%s` is not"
          .formatted(name), "write it as it stands in the import");
    } else if (values.containsKey(name) && !isSame(values.get(name), override.value())) {
      report(Code.OVERRIDE_CONFLICT, override, "OVERRIDEs of one import must agree, those of `%s`"
          .formatted(name) + " do not", "import the file twice, under two names");
    } else {
      values.put(name, override.value());
    }
  }

  private void unknown(RunRule.Override override, List<Block.Param> params) {
    var known = params.stream().map(param -> param.name().text()).toList();
    report(Code.PARAM_UNKNOWN, override, "an OVERRIDE must name a PARAM of the import, `%s` is none"
        .formatted(override.name().text()),
        Nearest.to(override.name().text(), known)
            .map(
                "use `%s`"::formatted)
            .orElse("declare it there as a PARAM"));
  }

  private static Optional<?> content(Expr value) {
    return switch (value) {
      case Expr.Num(var number, _) -> Optional.of(number.stripTrailingZeros());
      case Expr.Bool(boolean bool, _) -> Optional.of(bool);
      case Expr.Text(var text, _) -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Class<?> kind(Expr value) {
    return content(value).<Class<?>>map(Object::getClass).orElse(BigDecimal.class);
  }

  private static boolean isSame(Expr a, Expr b) {
    return content(a).equals(content(b));
  }

  private void report(Code code, Node at, String message, String help) {
    issues.add(Issue.error(code, at.span(), message, help));
  }
}
