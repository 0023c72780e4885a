package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.mean;
import static io.qkt.core.indicator.statistic.Skew.SKEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;

/** ta4j has no skewness. */
final class SkewTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_periodThree_givesTheValuesWorkedOutByHand() {
    // Returns 0, 0, 1: mean 1/3, m2 = 2/9, m3 = (-1 - 1 + 8) / 81 = 2/27, over (2/9)^1.5: 1/sqrt 2.
    // Returns 0, 1, 0.5: the middle one is the mean. Returns 1, 0.5, -1: mean 1/6, deviations
    // 5/6, 2/6, -7/6: m2 = 78/108, m3 = (125 + 8 - 343) / 648.
    double last = -210.0 / 648 / Math.pow(78.0 / 108, 1.5);
    assertThat(new IndicatorRun(SKEW, 3).numbers(4, 4, 4, 8, 12, 0)).containsExactly(
        new double[]{NONE, NONE, NONE, Math.sqrt(0.5), 0, last}, within(1e-14));
  }

  @Test
  void update_equalReturns_isZero() {
    assertThat(new IndicatorRun(SKEW, 3).numbers(1, 2, 4, 8, 16)).endsWith(0, 0);
    // Ten percent each: the returns differ in the last digit only, which is no skewness.
    assertThat(new IndicatorRun(SKEW, 3).numbers(100, 110, 121, 133.1, 146.41)).endsWith(0, 0);
  }

  @Test
  void update_returnFromZero_isUndefinedAndNotCounted() {
    // Counted are 0, 0 and, after the return from zero was passed over, 1: as worked out above.
    assertThat(new IndicatorRun(SKEW, 3).numbers(4, 4, 4, 0, 5, 5, 5, 10)[4]).isNaN();
    assertThat(new IndicatorRun(SKEW, 3).numbers(4, 4, 4, 0, 5, 5, 5, 10)[7]).isEqualTo(
        Math.sqrt(0.5), within(1e-14));
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{3, 4, 50})
      assertThat(Agreement.firstValue(SKEW, 1, n)).isEqualTo(n + 1).isEqualTo(SKEW.warmUp(n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(SKEW, 1, cases -> new double[]{cases.between(3, 60)},
        (rows, args) -> skewness(Returns.last(rows, (int) args[0]))).scale(1).holds(33);
  }

  private static double skewness(double[] returns) {
    if (returns == null)
      return NONE;
    double mean = mean(returns);
    double squares = 0;
    double cubes = 0;
    for (double value : returns) {
      squares += (value - mean) * (value - mean) / returns.length;
      cubes += (value - mean) * (value - mean) * (value - mean) / returns.length;
    }
    return Agreement.allEqual(returns) ? 0 : cubes / (squares * Math.sqrt(squares));
  }
}
