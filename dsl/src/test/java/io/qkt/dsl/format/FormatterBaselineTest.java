package io.qkt.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.syntax.Baseline;
import io.qkt.dsl.syntax.Parser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a text looks when it was laid out. */
final class FormatterBaselineTest {
  static List<Baseline> formats() {
    return Baseline.all("formats");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void format_ofAText_isItsStyle(Baseline baseline) {
    baseline.check(source -> {
      var parsed = Parser.parse(source);
      assertThat(parsed.issues()).as(source).isEmpty();
      return Formatter.format(parsed);
    });
  }
}
