package io.qkt.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.program.node.Logic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TruthTest {
  @ParameterizedTest
  @CsvSource({"2, 1, 2", "1, 2, 0", "1, 1, 0", "-1, -2, 2", "NaN, 1, 1",
      "1, NaN, 1", "NaN, NaN, 1"})
  void greater_isTrueFalseOrUndefined(double a, double b, int expected) {
    assertThat(Truth.greater(a, b)).isEqualTo(expected);
  }

  @Test
  void greater_ofValuesThatDifferByRoundingAlone_isFalse() {
    assertThat(Truth.greater(0.1 + 0.2, 0.3)).isEqualTo(Truth.FALSE);
    assertThat(Truth.greater(50_000.00000001, 50_000)).isEqualTo(Truth.FALSE);
    assertThat(Truth.greater(50_000.000001, 50_000)).isEqualTo(Truth.TRUE);
  }

  @Test
  void greater_nearZero_hasAnAbsoluteTolerance() {
    assertThat(Truth.greater(1e-13, 0)).isEqualTo(Truth.FALSE);
    assertThat(Truth.greater(1e-11, 0)).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 1, 0", "0, 2, 0", "1, 1, 1", "1, 2, 1", "2, 2, 2"})
  void and_isKleenes(int left, int right, int expected) {
    var frame = new Frame(0, 0);
    assertThat(new Logic.And(_ -> left, _ -> right).eval(frame)).isEqualTo(expected);
    assertThat(new Logic.And(_ -> right, _ -> left).eval(frame)).isEqualTo(expected);
  }
}
