package io.qkt.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qkt.dsl.Cases;
import io.qkt.dsl.syntax.Baseline;
import io.qkt.dsl.syntax.Parsed;
import io.qkt.dsl.syntax.Parser;
import io.qkt.dsl.syntax.RandomProgram;
import io.qkt.dsl.syntax.TreeText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A formatted text means the same, says the same, and is not formatted further. */
final class FormatterTest {
  private static final int PROGRAMS = 2_000;

  static Stream<Baseline.Case> texts() {
    return Stream.of("trees", "formats")
        .flatMap(folder -> Baseline.all(folder).stream())
        .flatMap(baseline -> baseline.cases().stream());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void format_ofAnExample_keepsMeaningAndCommentsAndIsFixed(Baseline.Case text) {
    assertKept(text.source());
  }

  @Test
  void format_ofARandomProgram_keepsMeaningAndCommentsAndIsFixed() {
    for (int seed = 0; seed < PROGRAMS; seed++)
      assertKept(RandomProgram.text(new Cases(seed)));
  }

  @Test
  void format_ofATextWithErrors_isRefused() {
    var parsed = Parser.parse("STRATEGY s");
    assertThatIllegalArgumentException().isThrownBy(() -> Formatter.format(parsed))
        .withMessage("a text must have no errors to be formatted, had 1; show them instead");
  }

  private static void assertKept(String source) {
    var before = parsed(source);
    var once = Formatter.format(before);
    var after = parsed(once);
    assertThat(tree(after)).as(source).isEqualTo(tree(before));
    assertThat(comments(after)).as(source).isEqualTo(comments(before));
    assertThat(Formatter.format(after)).as(source).isEqualTo(once);
    assertThat(once.lines()).as(once).noneMatch(line -> line.endsWith(" ") && !isComment(line));
  }

  private static boolean isComment(String line) {
    return line.contains("/*");
  }

  private static Parsed parsed(String source) {
    var parsed = Parser.parse(source);
    assertThat(parsed.issues()).as(source).isEmpty();
    return parsed;
  }

  private static String tree(Parsed parsed) {
    return TreeText.flat(parsed.file().orElseThrow());
  }

  private static List<String> comments(Parsed parsed) {
    return parsed.tokens()
        .stream()
        .flatMap(token -> token.comments().stream())
        .map(comment -> comment.text().replace("\r\n", "\n").stripTrailing())
        .toList();
  }
}
