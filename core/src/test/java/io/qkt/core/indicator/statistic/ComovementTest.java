package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.allEqual;
import static io.qkt.core.indicator.statistic.Agreement.last;
import static io.qkt.core.indicator.statistic.Agreement.products;
import static io.qkt.core.indicator.statistic.Comovement.BETA;
import static io.qkt.core.indicator.statistic.Comovement.CORRELATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.statistics.CorrelationCoefficientIndicator;
import org.ta4j.core.indicators.statistics.CovarianceIndicator;
import org.ta4j.core.indicators.statistics.VarianceIndicator;

final class ComovementTest {
  private static final double NONE = Double.NaN;

  @Test
  void correlation_ofThree_givesTheValuesWorkedOutByHand() {
    var run = new IndicatorRun(CORRELATION, 3);
    assertThat(run.update(0, 1, 10)).isNaN();
    assertThat(run.update(1, 2, 30)).isNaN();
    // x off its mean: -1 0 1, y: -10 10 0; xy 10, xx 2, yy 200.
    assertThat(run.update(2, 3, 20)).isEqualTo(0.5, within(1e-14));
    // x: 2 3 7, off 4: -2 -1 3; y: 30 20 10: 10 0 -10; xy -50, xx 14, yy 200.
    assertThat(run.update(3, 7, 10)).isEqualTo(-50 / Math.sqrt(2800), within(1e-14));
  }

  @Test
  void beta_ofThree_givesTheValuesWorkedOutByHand() {
    var run = new IndicatorRun(BETA, 3);
    run.update(0, 1, 10);
    assertThat(run.update(1, 2, 30)).isNaN();
    // The sums as above: 10 / 200, then -50 / 200.
    assertThat(run.update(2, 3, 20)).isEqualTo(0.05, within(1e-15));
    assertThat(run.update(3, 7, 10)).isEqualTo(-0.25, within(1e-15));
  }

  @Test
  void correlation_oneOfThemFlat_isUndefined() {
    var run = new IndicatorRun(CORRELATION, 2);
    run.update(0, 0.1, 1);
    assertThat(run.update(1, 0.1, 2)).isNaN();
    assertThat(run.update(2, 0.3, 3)).isEqualTo(1, within(1e-14));
    assertThat(run.update(3, 0.1 + 0.2, 4)).as("differs by rounding only").isNaN();
    assertThat(run.update(4, 5, 4)).isNaN();
  }

  @Test
  void beta_flatY_isUndefinedButFlatXIsZero() {
    var run = new IndicatorRun(BETA, 2);
    run.update(0, 0.1, 1);
    assertThat(run.update(1, 0.1, 2)).isZero();
    assertThat(run.update(2, 5, 2)).isNaN();
  }

  @Test
  void correlation_ofLines_isNeverOverOne() {
    var run = new IndicatorRun(CORRELATION, 9);
    for (int i = 0; i < 200; i++) {
      double value = run.update(i, i * 0.1, i * -0.7 + 3);
      if (i >= 8)
        assertThat(value).isBetween(-1.0, -1 + 1e-12);
    }
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (var output : new Comovement[]{CORRELATION, BETA})
      for (int n : new int[]{2, 3, 50})
        assertThat(Agreement.firstValue(output, 2, n)).isEqualTo(n).isEqualTo(output.warmUp(n));
  }

  @Test
  void correlation_anyInputs_equalsTheDefinition() {
    new Agreement(CORRELATION, 2, ComovementTest::period, (rows, args) -> {
      var x = last(rows, 0, (int) args[0]);
      var y = last(rows, 1, (int) args[0]);
      if (x == null || allEqual(x) || allEqual(y))
        return NONE;
      return products(x, y) / Math.sqrt(products(x, x) * products(y, y));
    }).scale(1).holds(51);
  }

  @Test
  void beta_anyInputs_equalsTheDefinition() {
    new Agreement(BETA, 2, ComovementTest::period, (rows, args) -> {
      var x = last(rows, 0, (int) args[0]);
      var y = last(rows, 1, (int) args[0]);
      return x == null || allEqual(y) ? NONE : products(x, y) / products(y, y);
    }).scale(1).holds(52);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 30})
  void comovement_ofAWalk_agreesWithTa4j(int n) {
    var other = new Ta4j().scale(1);
    other.agrees(CORRELATION,
        Ta4j.times(1, new CorrelationCoefficientIndicator(other.x, other.y, n)), n);
    var covariance = Ta4j.times(1, new CovarianceIndicator(other.x, other.y, n));
    var variance = Ta4j.times(1, new VarianceIndicator(other.y, n));
    other.agrees(BETA, i -> covariance.applyAsDouble(i) / variance.applyAsDouble(i), n);
  }

  private static double[] period(Cases cases) {
    return new double[]{cases.between(2, 60)};
  }
}
