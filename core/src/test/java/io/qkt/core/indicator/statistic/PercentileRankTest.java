package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.last;
import static io.qkt.core.indicator.statistic.PercentileRank.PERCENTILE_RANK;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.IndicatorRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.helpers.PercentRankIndicator;

final class PercentileRankTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_periodFour_givesTheSharesWorkedOutByHand() {
    // 3 1 2 5: three of four below 5. 1 2 5 2: only 1, for the other 2 is not below. 2 5 2 0: none.
    assertThat(new IndicatorRun(PERCENTILE_RANK, 4).numbers(3, 1, 2, 5, 2, 0))
        .containsExactly(NONE, NONE, NONE, 0.75, 0.25, 0);
  }

  @Test
  void update_flatWindow_isZero() {
    assertThat(new IndicatorRun(PERCENTILE_RANK, 2).numbers(7, 7, 7)).containsExactly(NONE, 0, 0);
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{2, 3, 50})
      assertThat(Agreement.firstValue(PERCENTILE_RANK, 1, n)).isEqualTo(n)
          .isEqualTo(PERCENTILE_RANK.warmUp(n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(PERCENTILE_RANK, 1, cases -> new double[]{cases.between(2, 60)}, (rows, args) -> {
      var window = last(rows, 0, (int) args[0]);
      if (window == null)
        return NONE;
      double latest = window[window.length - 1];
      return Arrays.stream(window).filter(value -> value < latest).count() / args[0];
    }).holds(31);
  }

  /**
   * Theirs is a percentage of the n - 1 values before the latest, and begins while some of them are
   * still missing.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 14, 60})
  void update_ofAWalk_agreesWithTa4j(int n) {
    var other = new Ta4j();
    var theirs = Ta4j.times((n - 1.0) / n / 100, new PercentRankIndicator(other.x, n - 1));
    other.agrees(PERCENTILE_RANK, i -> i < n - 1 ? NONE : theirs.applyAsDouble(i), n);
  }
}
