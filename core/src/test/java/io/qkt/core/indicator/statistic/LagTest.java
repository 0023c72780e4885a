package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Lag.LAG;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;

final class LagTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_twoAgo_givesTheInputBeforeTheLast() {
    assertThat(new IndicatorRun(LAG, 2).numbers(5, 7, 9, 11)).containsExactly(NONE, NONE, 5, 7);
  }

  @Test
  void update_undefinedInput_isNoStep() {
    // Two defined inputs ago, however many undefined ones lie between.
    assertThat(new IndicatorRun(LAG, 2).numbers(5, NONE, 7, NONE, NONE, 9))
        .containsExactly(NONE, NONE, NONE, NONE, NONE, 5);
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{1, 2, 50})
      assertThat(Agreement.firstValue(LAG, 1, n)).isEqualTo(n + 1).isEqualTo(LAG.warmUp(n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(LAG, 1, cases -> new double[]{cases.between(1, 60)}, (rows, args) -> {
      int at = rows.length - 1 - (int) args[0];
      return at < 0 ? NONE : rows[at][0];
    }).holds(42);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30})
  void update_ofAWalk_agreesWithTa4j(int n) {
    var other = new Ta4j();
    other.agrees(LAG, Ta4j.times(1, new PreviousValueIndicator(other.x, n)), n);
  }
}
