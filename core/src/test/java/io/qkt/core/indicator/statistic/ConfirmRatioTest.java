package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.ConfirmRatio.CONFIRM_RATIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;

/** ta4j has nothing like it. */
final class ConfirmRatioTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_threePeersOverTwo_givesTheSharesWorkedOutByHand() {
    var run = new IndicatorRun(CONFIRM_RATIO, 4, 2);
    assertThat(run.update(0, 10, 1, 5, 7)).isNaN();
    assertThat(run.update(1, 12, 9, 5, 9)).isNaN();
    // The signal rose by 1; the peers by 1, by -1, by 0.
    assertThat(run.update(2, 11, 2, 4, 7)).isEqualTo(1.0 / 3);
    // It fell by 3; they by 3, by -1, by 4.
    assertThat(run.update(3, 9, 6, 6, 5)).isEqualTo(2.0 / 3);
  }

  @Test
  void update_signalThatDidNotMove_isConfirmedByPeersThatDidNot() {
    var run = new IndicatorRun(CONFIRM_RATIO, 3, 1);
    run.update(0, 4, 1, 1);
    assertThat(run.update(1, 4, 1, 2)).isEqualTo(0.5);
  }

  @Test
  void misfit_withoutAPeer_isSaid() {
    assertThat(CONFIRM_RATIO.misfit(2, 1)).isNull();
    assertThat(CONFIRM_RATIO.misfit(1, 1)).isEqualTo(
        "the inputs of confirm_ratio must be a signal and at least one peer, were 1");
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (int n : new int[]{1, 2, 50})
      assertThat(Agreement.firstValue(CONFIRM_RATIO, 3, 3, n)).isEqualTo(n + 1)
          .isEqualTo(CONFIRM_RATIO.warmUp(3, n));
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(CONFIRM_RATIO, 0,
        cases -> new double[]{cases.between(2, 6), cases.between(1, 60)}, (rows, args) -> {
          int n = (int) args[1];
          if (rows.length <= n)
            return NONE;
          var now = rows[rows.length - 1];
          var then = rows[rows.length - 1 - n];
          double count = 0;
          for (int i = 1; i < now.length; i++)
            if (Double.compare(now[i], then[i]) == Double.compare(now[0], then[0]))
              count++;
          return count / (now.length - 1);
        }).holds(53);
  }
}
