package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.allEqual;
import static io.qkt.core.indicator.statistic.Agreement.products;
import static io.qkt.core.indicator.statistic.VarianceRatio.VARIANCE_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;

/** ta4j has no variance ratio. */
final class VarianceRatioTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_twoOfThree_givesTheRatiosWorkedOutByHand() {
    // Returns 1, 0, 1: variance 2/9; sums 1, 1: 0. Returns 0, 1, 2: variance 2/3; sums 1, 3:
    // variance 1, over 2 * 2/3. Returns 1, 2, 0: variance 2/3; sums 3, 2: 1/4 over 4/3.
    assertThat(new IndicatorRun(VARIANCE_RATIO, 2, 3).numbers(1, 2, 2, 4, 12, 12)).containsExactly(
        new double[]{NONE, NONE, NONE, 0, 0.75, 0.1875}, within(1e-14));
  }

  @Test
  void update_equalReturns_isUndefined() {
    assertThat(new IndicatorRun(VARIANCE_RATIO, 2, 3).numbers(1, 2, 4, 8, 16)).containsOnly(NONE);
    // Ten percent each: the returns differ in the last digit only.
    assertThat(new IndicatorRun(VARIANCE_RATIO, 2, 3).numbers(100, 110, 121, 133.1, 146.41))
        .containsOnly(NONE);
  }

  @Test
  void update_returnFromZero_isUndefinedAndNotCounted() {
    var values = new IndicatorRun(VARIANCE_RATIO, 2, 3).numbers(2, 0, 5, 5, 10);
    // Counted are -1, 0, 1: variance 2/3; sums -1, 1: variance 1 over 4/3.
    assertThat(values).containsExactly(new double[]{NONE, NONE, NONE, NONE, 0.75}, within(1e-14));
  }

  @Test
  void misfit_windowNotOverTheSums_isSaidWithBoth() {
    assertThat(VARIANCE_RATIO.misfit(3, 4)).isNull();
    assertThat(VARIANCE_RATIO.misfit(3, 3))
        .isEqualTo("n of variance_ratio must be greater than k, 3, was 3");
  }

  @Test
  void firstValue_anyPeriods_comesWithTheWarmUp() {
    for (int n : new int[]{3, 4, 50})
      assertThat(Agreement.firstValue(VARIANCE_RATIO, 1, 2, n)).isEqualTo(n + 1)
          .isEqualTo(VARIANCE_RATIO.warmUp(2, n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(VARIANCE_RATIO, 1, cases -> {
      long k = cases.between(2, 9);
      return new double[]{k, cases.between(k + 1, 60)};
    }, (rows, args) -> ratio(Returns.last(rows, (int) args[1]), (int) args[0])).scale(1).holds(41);
  }

  private static double ratio(double[] returns, int k) {
    if (returns == null || allEqual(returns))
      return NONE;
    var sums = new double[returns.length - k + 1];
    for (int i = 0; i < sums.length; i++)
      for (int j = i; j < i + k; j++)
        sums[i] += returns[j];
    double each = products(returns, returns) / returns.length;
    return products(sums, sums) / sums.length / (k * each);
  }
}
