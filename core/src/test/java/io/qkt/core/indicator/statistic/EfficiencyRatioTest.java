package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Agreement.last;
import static io.qkt.core.indicator.statistic.EfficiencyRatio.ER;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;

/** ta4j has the ratio only inside its adaptive average, where it cannot be read. */
final class EfficiencyRatioTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_periodTwo_givesTheSharesWorkedOutByHand() {
    // 1 3 7: straight, 6 of 6. 3 7 6: 3 of 5. 7 6 7: back again, 0 of 2. 6 7 3: 3 of 5.
    assertThat(new IndicatorRun(ER, 2).numbers(1, 3, 7, 6, 7, 3))
        .containsExactly(NONE, NONE, 1, 0.6, 0, 0.6);
  }

  @Test
  void update_flatWindow_isZero() {
    assertThat(new IndicatorRun(ER, 2).numbers(5, 0.1, 0.1, 0.1)).endsWith(1, 0);
  }

  @Test
  void update_straightPath_isNeverOverOne() {
    var run = new IndicatorRun(ER, 7);
    for (int i = 0; i < 7; i++)
      run.numbers(i * 0.1);
    for (int i = 7; i < 200; i++)
      assertThat(run.numbers(i * 0.1)[0]).isBetween(1 - 1e-14, 1.0);
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{2, 3, 50})
      assertThat(Agreement.firstValue(ER, 1, n)).isEqualTo(n + 1).isEqualTo(ER.warmUp(n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(ER, 1, cases -> new double[]{cases.between(2, 60)}, (rows, args) -> {
      var window = last(rows, 0, (int) args[0] + 1);
      if (window == null)
        return NONE;
      double path = 0;
      for (int i = 1; i < window.length; i++)
        path += Math.abs(window[i] - window[i - 1]);
      return path == 0 ? 0 : Math.abs(window[window.length - 1] - window[0]) / path;
    }).scale(1e-3).holds(34);
  }
}
