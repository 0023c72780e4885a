package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.allEqual;
import static io.qkt.core.indicator.statistic.Agreement.last;
import static io.qkt.core.indicator.statistic.Agreement.mean;
import static io.qkt.core.indicator.statistic.Agreement.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.statistics.SigmaIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.statistics.VarianceIndicator;

final class SpreadTest {
  private static final double NONE = Double.NaN;

  @Test
  void variance_periodThree_givesTheValuesWorkedOutByHand() {
    // 1 2 6: mean 3, squares 4 + 1 + 9 = 14, over 2. 2 6 4: mean 4, 4 + 4 + 0. 6 4 5: 1 + 1 + 0.
    assertThat(new IndicatorRun(Spread.VARIANCE, 3).numbers(1, 2, 6, 4, 5)).containsExactly(
        new double[]{NONE, NONE, 7, 4, 1}, within(1e-14));
  }

  @Test
  void stddev_periodThree_isTheRootOfTheSampleVariance() {
    // 1 3 5: squares 4 + 0 + 4, over 2, the root of it. 3 5 7 the same; 5 7 15: mean 9, 16+4+36.
    assertThat(new IndicatorRun(Spread.STDDEV, 3).numbers(1, 3, 5, 7, 15)).containsExactly(
        new double[]{NONE, NONE, 2, 2, Math.sqrt(28)}, within(1e-14));
  }

  @Test
  void zscore_periodThree_isTheDistanceFromTheMeanInDeviations() {
    // 1 3 5: (5 - 3) / 2. 3 5 1: mean 3, deviation 2, (1 - 3) / 2. 5 1 3: on the mean.
    assertThat(new IndicatorRun(Spread.ZSCORE, 3).numbers(1, 3, 5, 1, 3)).containsExactly(
        new double[]{NONE, NONE, 1, -1, 0}, within(1e-14));
  }

  @Test
  void spread_flatWindow_isZeroAndItsZscoreUndefined() {
    double[] flat = {9, 0.1, 0.1, 0.1, 0.1, 0.1, 7};
    assertThat(new IndicatorRun(Spread.VARIANCE, 3).numbers(flat)[5]).isZero();
    assertThat(new IndicatorRun(Spread.STDDEV, 3).numbers(flat)[4]).isZero();
    var scores = new IndicatorRun(Spread.ZSCORE, 3).numbers(flat);
    assertThat(new double[]{scores[3], scores[4], scores[5]}).containsOnly(NONE);
    assertThat(scores[6]).isPositive();
  }

  @Test
  void zscore_windowThatDiffersByRoundingOnly_isUndefined() {
    // What a nested average makes of a market that stands still must not become a score of 1.
    assertThat(new IndicatorRun(Spread.ZSCORE, 3).numbers(0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2))
        .containsOnly(NONE);
  }

  @Test
  void variance_beyondADouble_isUndefinedAndForgottenWithItsWindow() {
    assertThat(new IndicatorRun(Spread.VARIANCE, 2).numbers(1e200, -1e200, 3, 5, 9))
        .containsExactly(NONE, NONE, NONE, 2, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 20, 61})
  void firstValue_anyPeriod_comesWithTheWarmUp(int n) {
    for (var output : new Spread[]{Spread.STDDEV, Spread.VARIANCE, Spread.ZSCORE})
      assertThat(Agreement.firstValue(output, 1, n)).isEqualTo(output.warmUp(n)).isEqualTo(n);
  }

  @Test
  void spread_anyInputs_equalsTheDefinition() {
    new Agreement(Spread.VARIANCE, 1, SpreadTest::period, (rows, args) -> {
      var window = last(rows, 0, (int) args[0]);
      return window == null ? NONE : variance(window);
    }).holds(21);
    new Agreement(Spread.STDDEV, 1, SpreadTest::period, (rows, args) -> {
      var window = last(rows, 0, (int) args[0]);
      return window == null ? NONE : Math.sqrt(variance(window));
    }).holds(22);
  }

  @Test
  void zscore_anyInputs_equalsTheDefinition() {
    new Agreement(Spread.ZSCORE, 1, SpreadTest::period, (rows, args) -> {
      var window = last(rows, 0, (int) args[0]);
      if (window == null || allEqual(window))
        return NONE;
      return (window[window.length - 1] - mean(window)) / Math.sqrt(variance(window));
    }).scale(1).holds(23);
  }

  /** Theirs are of the population: n / (n - 1) between the variances. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 30})
  void spread_ofAWalk_agreesWithTa4j(int n) {
    var other = new Ta4j();
    double sample = n / (n - 1.0);
    other.agrees(Spread.VARIANCE, Ta4j.times(sample, new VarianceIndicator(other.x, n)), n);
    other.agrees(Spread.STDDEV,
        Ta4j.times(Math.sqrt(sample), new StandardDeviationIndicator(other.x, n)), n);
    other.scale(1)
        .agrees(Spread.ZSCORE, Ta4j.times(Math.sqrt(1 / sample), new SigmaIndicator(other.x, n)),
            n);
  }

  private static double[] period(Cases cases) {
    return new double[]{cases.between(2, 60)};
  }

  private static double variance(double[] window) {
    return products(window, window) / (window.length - 1);
  }
}
