package io.qkt.dsl.expr;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.lex.Shown;
import java.util.Collection;

/** Says what is wrong, in one voice. */
public final class Reports {
  private static final int NAMES_SHOWN = 8;

  private final Issues issues;
  private int errors;

  public Reports(Issues issues) {
    this.issues = issues;
  }

  public Value error(Code code, Node at, String message, String help) {
    errors++;
    issues.add(Issue.error(code, at.span(), message, help));
    return Value.BAD;
  }

  /** How often something was wrong so far, whether or not it was worth saying again. */
  public int errors() {
    return errors;
  }

  /** Others have said what is wrong. */
  void wasSaid() {
    errors++;
  }

  public void warning(Code code, Node at, String message, String help) {
    issues.add(Issue.warning(code, at.span(), message, help));
  }

  /** {@code what} is unknown; the help names the one that was probably meant. */
  public Value unknown(Code code, String what, Name name, Collection<String> known) {
    return error(code, name, "unknown %s `%s`".formatted(what, Shown.clipped(name.text())),
        Nearest.to(name.text(), known).map("use `%s`"::formatted).orElse(list(known)));
  }

  private static String list(Collection<String> known) {
    if (known.isEmpty()) return "declare it";
    if (known.size() == 1) return "use `%s`".formatted(known.iterator().next());
    var some = String.join(", ", known.stream().limit(NAMES_SHOWN).toList());
    return "use one of " + some + (known.size() > NAMES_SHOWN ? ", …" : "");
  }
}
