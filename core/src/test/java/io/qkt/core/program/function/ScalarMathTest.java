package io.qkt.core.program.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** What steps, steps as on paper although a decimal is seldom a double. */
final class ScalarMathTest {
  @Test
  void steps_ofADecimalComputation_areThoseOnPaper() {
    assertThat(ScalarMath.floor(0.29 * 100)).isEqualTo(29);
    assertThat(ScalarMath.ceil((0.1 + 0.2) * 10)).isEqualTo(3);
    assertThat(ScalarMath.round(0.15 / 0.1)).isEqualTo(2);
    assertThat(ScalarMath.roundTo(0.15, 0.1)).isEqualTo(0.2);
    assertThat(ScalarMath.mod(0.3, 0.1)).isZero();
  }

  @Test
  void steps_ofAnyDecimals_areThoseOfBigDecimal() {
    var cases = new Cases(11);
    for (int i = 0; i < 10_000; i++) {
      var x = BigDecimal.valueOf(cases.between(-100_000, 100_000), (int) cases.between(0, 5));
      var step = BigDecimal.valueOf(cases.between(1, 1_000), (int) cases.between(0, 5));
      var steps = x.divide(step, 30, RoundingMode.HALF_EVEN);
      double quotient = x.doubleValue() / step.doubleValue();
      String which = x + " by " + step;
      assertThat(ScalarMath.floor(quotient)).as(which).isEqualTo(to(steps, RoundingMode.FLOOR));
      assertThat(ScalarMath.ceil(quotient) + 0.0).as(which)
          .isEqualTo(to(steps, RoundingMode.CEILING));
      assertThat(ScalarMath.roundTo(x.doubleValue(), step.doubleValue())).as(which)
          .isCloseTo(to(steps, RoundingMode.HALF_EVEN) * step.doubleValue(), within(1e-9));
      var rest = x.subtract(step.multiply(steps.setScale(0, RoundingMode.FLOOR)));
      assertThat(ScalarMath.mod(x.doubleValue(), step.doubleValue())).as(which)
          .isCloseTo(rest.doubleValue(), within(1e-9));
    }
  }

  @Test
  void steps_ofTheUndefined_areUndefined() {
    assertThat(ScalarMath.floor(Double.NaN)).isNaN();
    assertThat(ScalarMath.ceil(Double.NaN)).isNaN();
    assertThat(ScalarMath.round(Double.NaN)).isNaN();
    assertThat(ScalarMath.finite(Double.NEGATIVE_INFINITY)).isNaN();
  }

  private static double to(BigDecimal value, RoundingMode mode) {
    return value.setScale(0, mode).doubleValue();
  }
}
