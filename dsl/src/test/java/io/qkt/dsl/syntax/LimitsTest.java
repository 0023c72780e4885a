package io.qkt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Issue;
import io.qkt.dsl.issue.Issues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit lets its last value pass and refuses the next with an error of its own. */
final class LimitsTest {
  private static final String HEAD = "STRATEGY s VERSION 1 LET a = ";

  @Test
  void source_of256KibiBytes_isTheLargest() {
    var text = HEAD + "1";
    int room = 256 * 1024 - text.length();
    assertThat(Parser.parse(text + " ".repeat(room)).issues()).isEmpty();
    assertOnly(text + " ".repeat(room + 1), Code.SOURCE_SIZE);
  }

  @Test
  void source_isMeasuredInBytes() {
    var text = HEAD + "1 --";
    assertOnly(text + "é".repeat(128 * 1024), Code.SOURCE_SIZE);
    assertOnly(text + "€".repeat(88 * 1024), Code.SOURCE_SIZE);
    assertOnly(text + "😀".repeat(65 * 1024), Code.SOURCE_SIZE);
    assertThat(Parser.parse(text + "😀".repeat(64 * 1024 - 16)).issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "- ", "f(", "CASE WHEN "})
  void nesting_of64_isTheDeepest(String opening) {
    assertThat(codes(HEAD + opening.repeat(64))).doesNotContain(Code.NESTING.id());
    assertOnly(HEAD + opening.repeat(65), Code.NESTING);
  }

  @Test
  void nesting_ofHooks_isCountedToo() {
    var head = "STRATEGY s VERSION 1 RULES WHEN TRUE THEN ";
    assertOnly(head + "BUY a ON_FILL { ".repeat(65), Code.NESTING);
  }

  @Test
  void nodes_of10000_areTheMost() {
    assertThat(codes(HEAD + "f(" + "x, ".repeat(9_996) + "x)")).isEmpty();
    assertOnly(HEAD + "f(" + "x, ".repeat(9_997) + "x)", Code.NODES);
  }

  @Test
  void operators_of1000InARow_areTheMost() {
    assertThat(codes(HEAD + "x + ".repeat(1_000) + "x")).isEmpty();
    assertOnly(HEAD + "x + ".repeat(1_001) + "x", Code.CHAIN);
  }

  @Test
  void operators_inParentheses_countForWhatIsAround() {
    var nested = "(" + "x + ".repeat(500) + "x)";
    assertThat(codes(HEAD + nested + " + x".repeat(500))).isEmpty();
    assertOnly(HEAD + nested + " + x".repeat(501), Code.CHAIN);
  }

  @Test
  void operators_aboveALongList_countItsDeepest() {
    assertOnly(HEAD + "f(" + "x + ".repeat(1_000) + "x, 1) + 1", Code.CHAIN);
    assertOnly(HEAD + "y BETWEEN " + "x + ".repeat(1_000) + "x AND 1", Code.CHAIN);
  }

  @Test
  void errors_areAtMost20() {
    var rules = "WHEN TRUE THEN BUY ".repeat(30);
    assertThat(codes("STRATEGY s VERSION 1 RULES " + rules)).hasSize(Issues.ERRORS_MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "1e9999999999999", "99999999999999999999999999999999999999"
      + "99999999999999999999999999999", "99999999999999d", "36501d"})
  void number_beyondADouble_isRefused(String number) {
    assertOnly(HEAD + number, Code.NUMBER_RANGE);
  }

  private static void assertOnly(String source, Code code) {
    assertThat(codes(source)).containsExactly(code.id());
  }

  private static List<String> codes(String source) {
    return Parser.parse(source)
        .issues()
        .stream()
        .map(Issue::code)
        .filter(code -> code.startsWith("E03") || !code.equals(Code.EXPRESSION.id()))
        .toList();
  }
}
