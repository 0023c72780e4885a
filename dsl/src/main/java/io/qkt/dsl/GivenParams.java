package io.qkt.dsl;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.QktFile;
import io.qkt.dsl.syntax.lex.Shown;
import io.qkt.dsl.text.Span;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Values for PARAMs that were given beside the text. */
final class GivenParams {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private GivenParams() {}

  static Map<String, Expr> of(QktFile file, Map<String, String> given, Issues issues) {
    var values = new TreeMap<String, Expr>();
    given.forEach((name, text) -> {
      var declared = declared(file, name);
      if (declared.isEmpty()) {
        unknown(file, name, issues);
      } else {
        value(declared.get(), text).ifPresentOrElse(value -> values.put(name, value),
            () -> misfit(declared.get(), name, text, issues));
      }
    });
    return values;
  }

  private static Optional<Expr> declared(QktFile file, String name) {
    var param = file.params().stream().filter(p -> p.name().text().equals(name)).findFirst();
    if (param.isPresent()) return Optional.of(param.get().value());
    return file.lets()
        .stream()
        .filter(let -> let.name().text().equals(name))
        .<Expr>map(let -> let.value())
        .findFirst();
  }

  /** Of the kind of the value that it replaces; a LET is replaced by a number. */
  private static Optional<Expr> value(Expr replaced, String text) {
    var at = replaced.span();
    return switch (replaced) {
      case Expr.Bool _ -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
          ? Optional.of(new Expr.Bool(Boolean.parseBoolean(text), at))
          : Optional.empty();
      case Expr.Text _ -> Optional.of(new Expr.Text(text, at));
      default -> NUMBER.matcher(text).matches() ? Optional.of(number(text, at)) : Optional.empty();
    };
  }

  private static Expr number(String text, Span at) {
    return new Expr.Num(new BigDecimal(text), at);
  }

  private static void unknown(QktFile file, String name, Issues issues) {
    var known = new TreeSet<String>();
    file.params().forEach(param -> known.add(param.name().text()));
    file.lets().forEach(let -> known.add(let.name().text()));
    var help = known.isEmpty()
        ? "add `PARAM %s = 1` to the file".formatted(name)
        : "use one of " + String.join(", ", known);
    issues.add(Compiler.aboutFile(Code.PARAM_UNKNOWN, file,
        "a parameter must be a PARAM or LET of the file, `%s` is none".formatted(name),
        Nearest.to(name, known).map("use `%s`"::formatted).orElse(help)));
  }

  private static void misfit(Expr replaced, String name, String text, Issues issues) {
    boolean truth = replaced instanceof Expr.Bool;
    issues.add(Issue.error(Code.PARAM_KIND, replaced.span(),
        "`%s` must be given %s, was given `%s`".formatted(name, truth ? "TRUE or FALSE"
            : "a number", Shown.clipped(text)),
        "give it as in `%s=%s`".formatted(name, truth ? "TRUE" : "14")));
  }
}
