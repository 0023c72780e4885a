package io.qkt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.IssueRenderer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of a text: its tree, or what is wrong with it, as it is shown to its author. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
final class ParserBaselineTest {
  static List<Baseline> trees() {
    return Baseline.all("trees");
  }

  static List<Baseline> errors() {
    return Baseline.all("errors");
  }

  @ParameterizedTest
  @MethodSource("trees")
  void parse_ofAGoodText_isTheTree(Baseline baseline) {
    baseline.check(source -> {
      var parsed = Parser.parse(source);
      assertThat(parsed.issues()).isEmpty();
      return TreeText.of(parsed.file().orElseThrow());
    });
  }

  @ParameterizedTest
  @MethodSource("errors")
  void parse_ofABadText_isWhatIsWrongWithIt(Baseline baseline) {
    baseline.check(source -> {
      var parsed = Parser.parse(source);
      assertThat(parsed.hasErrors()).as(source).isTrue();
      return new IssueRenderer("a.qkt", source).render(parsed.issues());
    });
  }

  /** The limits are too large for a baseline and have tests of their own. */
  @Test
  void codes_ofCharactersAndForm_areEachShown() {
    var shown = new TreeSet<String>();
    for (var baseline : errors()) {
      for (var one : baseline.cases()) {
        Parser.parse(one.source()).issues().stream().map(Issue::code).forEach(shown::add);
      }
    }
    assertThat(shown).containsAll(Arrays.stream(Code.values())
        .map(Code::id)
        .filter(id -> id.matches("E011[1-9]|E02[1-9]\\d"))
        .filter(id -> !id.equals(Code.NUMBER_RANGE.id()))
        .toList());
  }
}
