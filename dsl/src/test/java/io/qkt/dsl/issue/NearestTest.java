package io.qkt.dsl.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  private static final List<String> WORDS = List.of("BUY", "SELL", "SIZING", "BRACKET");

  @ParameterizedTest
  @CsvSource({"BYU,BUY", "buy,BUY", "SEL,SELL", "SIZNG,SIZING", "sziing,SIZING", "BRACKETS,BRACKET",
      "BRAKET,BRACKET", "SIZXNG,SIZING"})
  void nearest_ofASlip_isTheWord(String written, String meant) {
    assertThat(Nearest.to(written, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"HOLD", "B", "SIZXXNG9", "CLOSE"})
  void nearest_ofAnotherWord_isNone(String written) {
    assertThat(Nearest.to(written, WORDS)).isEmpty();
  }

  @Test
  void nearest_ofTwo_isTheNearerOne() {
    assertThat(Nearest.to("calms", List.of("clams", "calm"))).contains("clams");
    assertThat(Nearest.to("prep", List.of("perp", "prepa"))).contains("perp");
  }

  @Test
  void nearest_ofAnEndlessWord_isNone() {
    assertThat(Nearest.to("x".repeat(200_000), WORDS)).isEmpty();
  }
}
