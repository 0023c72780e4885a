package io.qkt.dsl.issue;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.Compiler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code is explained, and its examples are what they say they are. */
final class ExplanationsTest {
  /** The file of an example, which one of them imports. */
  private static final String FILE = "example.qkt";
  /** Said of how a file is run, and not of its text. */
  private static final List<Code> WITHOUT_EXAMPLE = List.of(Code.PORTFOLIO_ALONE);

  static Stream<Explanation> all() {
    return Explanations.read().stream();
  }

  static Stream<Explanation> withExamples() {
    return all().filter(explanation -> !WITHOUT_EXAMPLE.contains(explanation.code()));
  }

  @Test
  void codes_areEachExplainedOnceAndInOrder() {
    assertThat(all().map(Explanation::code)).isEqualTo(Arrays.asList(Code.values()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void explanation_hasMeaningAndReasonInWholeSentences(Explanation explanation) {
    assertThat(explanation.meaning()).matches("[A-Z].{20,}\\.");
    assertThat(explanation.why()).matches("[A-Z].{20,}\\.");
  }

  @ParameterizedTest
  @MethodSource("withExamples")
  void wrongExample_isAnsweredWithItsCodeAlone(Explanation explanation) {
    var id = explanation.code().id();
    var said = said(explanation, explanation.wrong().orElseThrow());

    if (id.startsWith("E")) {
      assertThat(errors(said)).containsExactly(id);
    } else {
      assertThat(errors(said)).isEmpty();
      assertThat(said).contains(id);
    }
  }

  @ParameterizedTest
  @MethodSource("withExamples")
  void rightExample_isAnsweredWithNothing(Explanation explanation) {
    assertThat(said(explanation, explanation.right().orElseThrow())).isEmpty();
  }

  private static TreeSet<String> said(Explanation explanation, Explanation.Example example) {
    var files = new TreeMap<>(explanation.files());
    files.put(FILE, example.source());
    return Compiler.compile(FILE, example.source(),
        path -> Optional.ofNullable(files.get(path)), new TreeMap<>())
        .reports()
        .stream()
        .flatMap(report -> report.issues().stream())
        .map(Issue::code)
        .collect(toCollection(TreeSet::new));
  }

  private static List<String> errors(TreeSet<String> codes) {
    return codes.stream().filter(code -> code.startsWith("E")).toList();
  }
}
