package io.qkt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.Cases;
import io.qkt.dsl.issue.IssueRenderer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, an answer comes soon, and every error of it has a place and a remedy. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
final class HostileTextTest {
  private static final int MUTATED = 20_000;
  private static final int SOURCE_CHARS_MAX = 256 * 1024;
  /** Of the processor, not of the clock: other tests may be running. */
  private static final long NANOS_MAX = 200_000_000;

  private static final List<String> PARTS = List.of("(", ")", "[", "]", "{", "}", ",", ";", ".",
      "@", "-", "%", "$", ":", "->", "\"", "'", "\\", "/*", "*/", "--", "#", "\n", "\r", "\t", " ",
      "\0", "\u0007", "\u001b", "\uFEFF", "\uD800", "\uDC00", "😀", "é", "ı", "&", "!", "|", "1e",
      "1e999999999", "99999999999999999999", "0m", "5m", "15min", ".5", "5.", "WHEN ", "THEN ",
      "CASE ", "END ", "RULES ", "LET ", "SYMBOLS ", "BUY ", "RUN ", "PORTFOLIO ", "STRATEGY ",
      "FOR EACH ", "WHILE ", "NULL ", "SINCE ", "STATE ", "SEQUENCE.", "NOT ", "IN ", "x ", "= ");

  private final List<String> samples = new ArrayList<>();

  HostileTextTest() {
    for (var folder : List.of("trees", "formats", "errors")) {
      Baseline.all(folder).forEach(b -> b.cases().forEach(c -> samples.add(c.source())));
    }
    for (int seed = 0; seed < 50; seed++)
      samples.add(RandomProgram.text(new Cases(seed)));
  }

  @Test
  void parse_ofAMutatedText_answers() {
    for (int seed = 0; seed < MUTATED; seed++)
      assertAnswers(mutated(new Cases(seed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "- ", "NOT ", "CASE WHEN ", "f(", "x[", "1+", "x AND ",
      "\"", "'\\", "/*", "9", "9.", "x.", "x@", "&", "\0", "\uD800", "\n", "--\n", "/**/", "/**/x",
      "LET x = (\n", "LET x = ", "PARAM x = 1 ", "WHEN ", "RULES ", "RULES WHEN 1 THEN ",
      "WHEN CASE ", "CASE CASE WHEN ", "SYMBOLS a = ", "SYMBOLS a = b:c EVERY 1m ", "a = b:c ",
      "SYNCHRONIZE a ", "FOR EACH x IN ", "WHEN 1 THEN BUY x ON_FILL { ", "BUY x ", "STACK [1, ",
      "BRACKET { ", "DEFAULTS { ", "SIZING = ", "LATCH x OFFSET 1 ARM 1m { ENTER MARKET ",
      "LOG \"{a}\" b = 1 ", "SEQUENCE s ON x { STAGE a: 1 ", "SCHEDULE AT 9:0 UTC THEN ", "a-",
      "WHILE ", "IMPORT 'a' AS a ", "RUN a ", "STATE s WHEN 1 ", "OVERRIDE { ", "T-", "5m",
      "MAX(", "x IN [1, ", "BETWEEN 1 AND ", "%", "; ", "ı", "x BETWEEN 1 AND 2 IS NULL "})
  void parse_ofOneThingOverAndOver_answers(String part) {
    for (var head : List.of("", "STRATEGY s VERSION 1 ", "STRATEGY s VERSION 1 LET a = ",
        "STRATEGY s VERSION 1 RULES WHEN 1 THEN ", "STRATEGY s VERSION 1 RULES WHEN ",
        "STRATEGY s VERSION 1 SYMBOLS ", "PORTFOLIO p VERSION 1 RULES ", "PORTFOLIO p VERSION 1 "
            + "REGIMES NAME r ")) {
      int bytes = part.codePoints().map(c -> c < 0x80 ? 1 : 3).sum();
      assertAnswers(head + part.repeat((SOURCE_CHARS_MAX - head.length()) / bytes));
    }
  }

  @Test
  void parse_ofATextCutAnywhere_answers() {
    for (var sample : samples) {
      for (int i = 0; i < Math.min(sample.length(), 400); i += 7) {
        assertAnswers(sample.substring(0, i));
        assertAnswers(sample.substring(i));
      }
    }
  }

  private String mutated(Cases cases) {
    var text = new StringBuilder(cases.oneOf(samples));
    for (int i = cases.between(1, 6); i > 0 && !text.isEmpty(); i--) {
      int from = cases.between(0, text.length());
      int to = Math.min(text.length(), from + cases.between(1, 12));
      switch (cases.between(0, 5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, text.substring(from, to).repeat(cases.between(1, 4)));
        case 2 -> text.replace(from, to, cases.oneOf(PARTS));
        case 3 -> text.setCharAt(from, (char) cases.between(0, 0x10000));
        default -> text.insert(from, cases.oneOf(PARTS).repeat(cases.between(1, 90)));
      }
    }
    return text.toString();
  }

  private static void assertAnswers(String source) {
    var clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    var parsed = Parser.parse(source);
    var shown = new IssueRenderer("a.qkt", source).render(parsed.issues());
    long nanos = clock.getCurrentThreadCpuTime() - before;
    assertThat(nanos).as(() -> "for " + start(source)).isLessThan(NANOS_MAX);
    assertThat(shown.length()).as(shown).isLessThan(20_000);
    assertThat(parsed.hasErrors() || parsed.file().isPresent()).as(() -> start(source)).isTrue();
    for (var issue : parsed.issues()) {
      assertThat(issue.span().end()).as(issue::toString).isLessThanOrEqualTo(source.length());
      assertThat(issue.message()).isNotBlank().hasSizeLessThan(300);
      assertThat(issue.help()).isNotBlank().hasSizeLessThan(300);
    }
  }

  private static String start(String source) {
    return source.substring(0, Math.min(200, source.length()));
  }
}
