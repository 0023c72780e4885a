package io.qkt.cli.language;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Explanation;
import io.qkt.dsl.issue.Explanations;
import io.qkt.dsl.issue.Nearest;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the long form of what a report says in one line. */
@Command(name = "explain", mixinStandardHelpOptions = true,
    description = "Say what a code such as E0102 means, with an example and its remedy; list all"
        + " codes without one.")
public final class ExplainVerb implements Callable<Integer> {
  private static final int COLUMNS = 88;
  private static final String EXAMPLE = "    ";

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "CODE", arity = "0..1", description = "One of them, in any case.")
  private String code;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (code == null) {
      for (var each : Code.values())
        out.println(line(each));
    } else {
      var known = Code.of(code).orElseThrow(this::unknown);
      out.println(line(known));
      Explanations.of(known).ifPresent(explanation -> tell(explanation, out));
    }
    return ExitCode.OK;
  }

  private static String line(Code code) {
    return code.id() + "  " + code.explanation();
  }

  private Failure unknown() {
    var ids = Arrays.stream(Code.values()).map(Code::id).toList();
    return new Failure(ExitCode.NO_SUCH_NAME, "a code must exist, `%s` does not".formatted(code),
        Nearest.to(code, ids)
            .map("use `qkt explain %s`"::formatted)
            .orElse("see `qkt explain` for all"));
  }

  private static void tell(Explanation explanation, PrintWriter out) {
    paragraph("", explanation.meaning(), out);
    paragraph("Why: ", explanation.why(), out);
    explanation.wrong().ifPresent(wrong -> example("Wrong:", wrong.shown(), out));
    explanation.right().ifPresent(right -> example("Right:", right.shown(), out));
    explanation.files().forEach((name, text) -> example("with " + name + ":", text, out));
  }

  private static void paragraph(String lead, String text, PrintWriter out) {
    out.println();
    var line = new StringBuilder();
    for (var word : (lead + text).split(" ")) {
      if (!line.isEmpty() && line.length() + word.length() >= COLUMNS) {
        out.println(line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    out.println(line);
  }

  private static void example(String title, String text, PrintWriter out) {
    out.println();
    out.println(title);
    out.println();
    text.lines().forEach(line -> out.println((EXAMPLE + line).stripTrailing()));
  }
}
