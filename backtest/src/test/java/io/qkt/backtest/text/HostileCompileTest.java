package io.qkt.backtest.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.qkt.dsl.Compilation;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.FileReport;
import io.qkt.dsl.issue.IssueRenderer;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given to the compiler, it answers soon, in little memory, and with a place. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
final class HostileCompileTest {
  private static final int MUTATED = 20_000;
  /** Twenty times what is promised, and of the processor: other tests may be running. */
  private static final long NANOS_MAX = 4_000_000_000L;
  private static final long ALLOCATED_MAX = 512L * 1024 * 1024;

  /** Warnings are as many as what they are about. */
  private static final int SHOWN_MAX = 4 * 1024 * 1024;

  @Test
  void compile_ofAMutatedText_answers() {
    int compiled = 0;
    for (int seed = 0; seed < MUTATED; seed++) {
      var answer = assertAnswers(HostileText.mutated(seed), Map.of());
      if (answer.unit().isPresent()) compiled++;
    }
    // Neither are all refused by the parser already, nor are all left as they were.
    assertThat(compiled).isBetween(MUTATED / 40, MUTATED / 2);
  }

  @ParameterizedTest
  @MethodSource("io.qkt.backtest.text.HostileText#bombs")
  void compile_ofWhatGrows_answers(HostileText.Bomb bomb) {
    assertAnswers(bomb.text(), Map.of());
  }

  @Test
  void compile_ofAPortfolioOfMutatedChildren_answers() {
    for (int seed = 0; seed < MUTATED / 20; seed++) {
      var cases = new Cases(seed);
      var portfolio = HostileText.mutated(HostileText.PORTFOLIO, cases);
      assertAnswers(portfolio, Map.of("a.qkt", HostileText.mutated(seed), "b.qkt", portfolio));
    }
  }

  private static Compilation assertAnswers(String text, Map<String, String> files) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = thread.getCurrentThreadAllocatedBytes();
    long nanos = thread.getCurrentThreadCpuTime();
    var compilation = compiled(text, files);
    assertThat(thread.getCurrentThreadCpuTime() - nanos).as("nanoseconds").isLessThan(NANOS_MAX);
    assertThat(thread.getCurrentThreadAllocatedBytes() - allocated).as("bytes for %s", start(text))
        .isLessThan(ALLOCATED_MAX);
    boolean failed = compilation.reports().stream().anyMatch(FileReport::hasErrors);
    assertThat(compilation.unit().isPresent()).as(text).isEqualTo(!failed);
    compilation.reports().forEach(HostileCompileTest::assertPlaced);
    return compilation;
  }

  private static Compilation compiled(String text, Map<String, String> files) {
    try {
      return Compiler.compile("main.qkt", text, path -> Optional.ofNullable(files.get(path)),
          new TreeMap<>());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("an answer must come for " + start(text), e);
    }
  }

  private static void assertPlaced(FileReport report) {
    for (var issue : report.issues()) {
      assertThat(issue.span().start()).as("%s", issue).isBetween(0, issue.span().end());
      assertThat(issue.span().end()).as("%s", issue).isLessThanOrEqualTo(report.source().length());
      assertThat(issue.message()).isNotBlank().hasSizeLessThan(400);
      assertThat(issue.help()).isNotBlank().hasSizeLessThan(400);
    }
    var shown = new IssueRenderer(report.file(), report.source()).render(report.issues());
    assertThat(shown.length()).isLessThan(SHOWN_MAX);
  }

  private static String start(String text) {
    return text.substring(0, Math.min(3_000, text.length()));
  }
}
