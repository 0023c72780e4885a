package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.last;
import static io.qkt.core.indicator.statistic.Agreement.products;
import static io.qkt.core.indicator.statistic.RegressionSlope.REGRESSION_SLOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.IndicatorRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator.SimpleLinearRegressionType;

final class RegressionSlopeTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_periodThree_givesTheSlopesWorkedOutByHand() {
    // Three rows weigh -1, 0 and 1, over 2: (4 - 1) / 2, (3 - 5) / 2, (9 - 4) / 2.
    assertThat(new IndicatorRun(REGRESSION_SLOPE, 3).numbers(1, 5, 4, 3, 9))
        .containsExactly(new double[]{NONE, NONE, 1.5, -1, 2.5}, within(1e-14));
  }

  @Test
  void update_flatWindow_isZero() {
    assertThat(new IndicatorRun(REGRESSION_SLOPE, 3).numbers(0.1, 0.1, 0.1, 0.1, 0.1))
        .containsExactly(NONE, NONE, 0, 0, 0);
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{2, 3, 50})
      assertThat(Agreement.firstValue(REGRESSION_SLOPE, 1, n)).isEqualTo(n)
          .isEqualTo(REGRESSION_SLOPE.warmUp(n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(REGRESSION_SLOPE, 1, cases -> new double[]{cases.between(2, 60)},
        (rows, args) -> {
          var window = last(rows, 0, (int) args[0]);
          if (window == null)
            return NONE;
          var index = new double[window.length];
          Arrays.setAll(index, i -> i);
          return products(index, window) / products(index, index);
        }).scale(1).holds(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 14, 60})
  void update_ofAWalk_agreesWithTa4j(int n) {
    var other = new Ta4j();
    other.scale(0.01)
        .agrees(REGRESSION_SLOPE, Ta4j.times(1,
            new SimpleLinearRegressionIndicator(other.x, n, SimpleLinearRegressionType.SLOPE)), n);
  }
}
