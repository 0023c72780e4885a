package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.allEqual;
import static io.qkt.core.indicator.statistic.Agreement.last;
import static io.qkt.core.indicator.statistic.Agreement.mean;
import static io.qkt.core.indicator.statistic.Residual.RESID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.statistic.Agreement.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;

final class ResidualTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_oneRegressor_givesTheResidualsWorkedOutByHand() {
    var run = new IndicatorRun(RESID, 2, 3);
    assertThat(run.update(0, 1, 0)).isNaN();
    assertThat(run.update(1, 3, 1)).isNaN();
    // x off its mean: -1 0 1, y off 8/3: slope (5/3 + 4/3) / 2 = 1.5, so 4 - 8/3 - 1.5 = -1/6.
    assertThat(run.update(2, 4, 2)).isEqualTo(-1.0 / 6, within(1e-14));
    // x 1 2 3 and y 3 4 5 lie on a line.
    assertThat(run.update(3, 5, 3)).isEqualTo(0, within(1e-14));
  }

  @Test
  void update_twoRegressors_givesTheResidualWorkedOutByHand() {
    var run = new IndicatorRun(RESID, 3, 4);
    // The x's are at right angles and sum to zero, so each slope is its own: y off its mean 3 is
    // -2 -1 -1 4. With (-1 -1 1 1): 6 / 4. With (-1 1 -1 1): 6 / 4. So 4 - 1.5 - 1.5.
    run.update(0, 1, -1, -1);
    run.update(1, 2, -1, 1);
    assertThat(run.update(2, 2, 1, -1)).isNaN();
    assertThat(run.update(3, 7, 1, 1)).isEqualTo(1, within(1e-14));
  }

  @Test
  void update_flatOrDependentRegressors_isUndefined() {
    var flat = new IndicatorRun(RESID, 2, 3);
    var dependent = new IndicatorRun(RESID, 3, 4);
    var cases = new Cases(3);
    for (int i = 0; i < 50; i++) {
      double x = cases.between(1, 1_000) / 7.0;
      assertThat(flat.update(i, x, i % 2 == 0 ? 0.3 : 0.1 + 0.2)).isNaN();
      assertThat(dependent.update(i, cases.between(0, 9), x, 3 * x + 100_000)).isNaN();
    }
  }

  @Test
  void update_regressorsOfTinyScale_areNoLessDetermined() {
    var large = new IndicatorRun(RESID, 2, 5);
    var tiny = new IndicatorRun(RESID, 2, 5);
    var cases = new Cases(4);
    for (int i = 0; i < 50; i++) {
      double x = cases.between(1, 1_000);
      double y = cases.between(1, 1_000);
      double expected = large.update(i, y, x);
      double value = tiny.update(i, y, x * 1e-12);
      if (i >= 4)
        assertThat(value).isEqualTo(expected, within(1e-8));
    }
  }

  @Test
  void misfit_tooFewRowsOrInputs_isSaid() {
    assertThat(RESID.misfit(3, 4)).isNull();
    assertThat(RESID.misfit(3, 3))
        .isEqualTo("n of resid must be greater than its number of inputs, 3, was 3");
    assertThat(RESID.misfit(1, 3))
        .isEqualTo("the inputs of resid must be y and at least one x, were 1");
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{4, 5, 50})
      assertThat(Agreement.firstValue(RESID, 3, 3, n)).isEqualTo(n).isEqualTo(RESID.warmUp(3, n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(RESID, 0, cases -> {
      long inputs = cases.between(2, 6);
      return new double[]{inputs, cases.between(inputs + 3, 60)};
    }, (rows, args) -> residual(rows, (int) args[0], (int) args[1])).scale(1)
        .markets(Market.WALK, Market.STEPS, Market.LEVEL)
        .holds(54);
  }

  /** With the number of the row as the regressor it is the distance from their line. */
  @ParameterizedTest
  @ValueSource(ints = {3, 14, 60})
  void update_onTheRowNumber_agreesWithTa4j(int n) {
    var other = new Ta4j().scale(1);
    var line = Ta4j.times(1, new SimpleLinearRegressionIndicator(other.x, n));
    for (int i = 0; i < other.rows.length; i++)
      other.rows[i][1] = i;
    other.agrees(RESID, i -> other.rows[i][0] - line.applyAsDouble(i), 2, n);
  }

  /** By orthogonal columns instead of normal equations. */
  private static double residual(double[][] rows, int inputs, int n) {
    if (rows.length < n)
      return NONE;
    var basis = new double[inputs - 1][];
    for (int i = 1; i < inputs; i++) {
      var column = centred(last(rows, i, n));
      var left = without(without(column, basis), basis);
      if (allEqual(last(rows, i, n)) || dot(left, left) <= 1e-12 * dot(column, column))
        return NONE;
      basis[i - 1] = left;
    }
    return without(without(centred(last(rows, 0, n)), basis), basis)[n - 1];
  }

  private static double[] centred(double[] column) {
    double mean = mean(column);
    for (int i = 0; i < column.length; i++)
      column[i] -= mean;
    return column;
  }

  private static double[] without(double[] column, double[][] basis) {
    var left = column.clone();
    for (var direction : basis) {
      if (direction == null)
        break;
      double share = dot(left, direction) / dot(direction, direction);
      for (int i = 0; i < left.length; i++)
        left[i] -= share * direction[i];
    }
    return left;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++)
      sum += a[i] * b[i];
    return sum;
  }
}
