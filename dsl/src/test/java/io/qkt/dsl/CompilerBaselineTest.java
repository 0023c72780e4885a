package io.qkt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.IssueRenderer;
import io.qkt.dsl.syntax.Baseline;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with the meaning of a file, as it is shown to its author. */
final class CompilerBaselineTest {
  static List<Baseline> families() {
    return Baseline.all("compile");
  }

  @ParameterizedTest
  @MethodSource("families")
  void compile_ofAFileWithMistakes_isWhatIsWrongWithIt(Baseline baseline) {
    baseline.check(text -> {
      var compilation = SampleFile.of(text).compiled();
      assertThat(compilation.reports()).as(text).anyMatch(report -> !report.issues().isEmpty());
      return compilation.reports()
          .stream()
          .map(report -> new IssueRenderer(report.file(), report.source()).render(report.issues()))
          .collect(Collectors.joining());
    });
  }

  /** What the texts of orders and the parser's own are about is shown with them. */
  @Test
  void codes_ofMeaning_areEachShown() {
    var shown = new TreeSet<String>();
    for (var family : families()) {
      for (var one : family.cases())
        SampleFile.of(one.source())
            .compiled()
            .reports()
            .stream()
            .flatMap(report -> report.issues().stream())
            .map(Issue::code)
            .forEach(shown::add);
    }
    assertThat(shown).containsAll(Arrays.stream(Code.values())
        .map(Code::id)
        .filter(id -> id.matches("E010\\d|E0110|E020\\d|E030[5-8]|E050[1-6]|W010\\d"))
        .toList());
  }
}
