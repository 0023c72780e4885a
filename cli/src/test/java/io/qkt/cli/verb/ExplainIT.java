package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.dsl.issue.Code;
import org.junit.jupiter.api.Test;

final class ExplainIT {
  @Test
  void explain_ofACodeInAnyCase_tellsMeaningReasonAndBothExamples() throws Exception {
    var ended = Qkt.run("explain", "e0102");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).startsWith("E0102  A stream is named")
        .containsSubsequence("\nWhy: ", "\nWrong:\n", "bct.close", "\nRight:\n", "btc.close");
    assertThat(ended.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void explain_withoutACode_listsAllOfThem() throws Exception {
    assertThat(Qkt.run("explain").out().lines()).hasSize(Code.values().length)
        .contains("W0101  A LET is never used.");
  }

  @Test
  void explain_ofACodeThatDoesNotExist_namesTheNearest() throws Exception {
    var ended = Qkt.run("explain", "E0120");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("`E0120`", "help: use `qkt explain E01");
  }
}
