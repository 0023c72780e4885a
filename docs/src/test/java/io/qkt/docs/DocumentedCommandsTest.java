package io.qkt.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a page shows to be typed has verbs and options that the command knows. */
class DocumentedCommandsTest {
  private static final String PROMPT = "$ ";
  private static final int CALLS_MIN = 5;

  /** A call of qkt that a page shows. */
  record Call(String where, List<String> arguments) {
    String complaint() {
      try {
        new CommandLine(new Main()).parseArgs(arguments.toArray(String[]::new));
        return "";
      } catch (ParameterException wrong) {
        return "%s qkt %s: %s".formatted(where, String.join(" ", arguments), wrong.getMessage());
      }
    }
  }

  @Test
  void calls_inConsoleFences_areUnderstood() {
    var calls = calls();

    assertThat(calls).hasSizeGreaterThanOrEqualTo(CALLS_MIN);
    assertThat(calls.stream().map(Call::complaint).filter(text -> !text.isEmpty())).isEmpty();
  }

  @Test
  void shellLine_withQuotesOperatorsAndComment_isReadAsAShellWould() {
    assertThat(ShellLine.commands("A=1 ./qkt deploy 'b c' --as x & kill -9 1 ; qkt list # z ' d"))
        .containsExactly(List.of("A=1", "./qkt", "deploy", "b c", "--as", "x"),
            List.of("kill", "-9", "1"), List.of("qkt", "list"));
  }

  private static List<Call> calls() {
    var calls = new ArrayList<Call>();
    Stream.concat(Stream.of(Page.of("README.md")), Page.below("docs").stream())
        .forEach(page -> page.within("console")
            .filter(line -> line.text().startsWith(PROMPT))
            .forEach(line -> ShellLine.commands(line.text().substring(PROMPT.length()))
                .forEach(words -> addCall(calls, page.at(line), words))));
    return calls;
  }

  private static void addCall(List<Call> calls, String where, List<String> words) {
    int at = words.indexOf("qkt") >= 0 ? words.indexOf("qkt") : words.indexOf("./qkt");
    boolean isCall = at >= 0 && words.subList(0, at).stream().allMatch(word -> word.contains("="));
    if (isCall) calls.add(new Call(where, words.subList(at + 1, words.size())));
  }
}
