package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.RunLength.RUNLENGTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.helpers.StreakIndicator;

final class RunLengthTest {
  private static final double NONE = Double.NaN;

  @Test
  void update_risesAndFalls_areCountedWithTheirSign() {
    assertThat(new IndicatorRun(RUNLENGTH).numbers(1, 2, 3, 2, 1, 0, 5))
        .containsExactly(NONE, 1, 2, -1, -2, -3, 1);
  }

  @Test
  void update_equalInputs_endTheRunAtZero() {
    assertThat(new IndicatorRun(RUNLENGTH).numbers(1, 2, 3, 3, 3, 4, 4, 3))
        .containsExactly(NONE, 1, 2, 0, 0, 1, 0, -1);
  }

  @Test
  void firstValue_comesWithTheWarmUp() {
    assertThat(Agreement.firstValue(RUNLENGTH, 1)).isEqualTo(2).isEqualTo(RUNLENGTH.warmUp());
  }

  @Test
  void update_anyInputs_equalsTheDefinition() {
    new Agreement(RUNLENGTH, 1, _ -> new double[0], (rows, _) -> {
      if (rows.length < 2)
        return NONE;
      int last = rows.length - 1;
      double direction = Math.signum(rows[last][0] - rows[last - 1][0]);
      int run = 0;
      for (int i = last; i > 0; i--, run++)
        if (direction == 0 || Math.signum(rows[i][0] - rows[i - 1][0]) != direction)
          break;
      return direction * run;
    }).holds(45);
  }

  /** Theirs says 0 of the first bar, on which nothing is known. */
  @Test
  void update_ofAWalk_agreesWithTa4j() {
    var other = new Ta4j();
    var streak = new StreakIndicator(other.x);
    other.agrees(RUNLENGTH, i -> i == 0 ? NONE : streak.getValue(i).doubleValue());
  }
}
