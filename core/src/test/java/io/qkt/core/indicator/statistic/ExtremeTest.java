package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.Extreme.HIGHEST;
import static io.qkt.core.indicator.statistic.Extreme.LOWEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.IndicatorRun;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;

final class ExtremeTest {
  private static final double NONE = Double.NaN;

  @Test
  void highest_ofTwo_leavesTheLatestOut() {
    // Of 1 5, of 5 3, of 3 2, of 2 9: never the one it is asked with.
    assertThat(new IndicatorRun(HIGHEST, 2).numbers(1, 5, 3, 2, 9, 0))
        .containsExactly(NONE, NONE, 5, 5, 3, 9);
  }

  @Test
  void lowest_ofTwo_leavesTheLatestOut() {
    assertThat(new IndicatorRun(LOWEST, 2).numbers(1, 5, 3, 2, 9, 0))
        .containsExactly(NONE, NONE, 1, 3, 2, 2);
  }

  @Test
  void extreme_ofOne_isTheInputBefore() {
    assertThat(new IndicatorRun(HIGHEST, 1).numbers(4, 4, 6)).containsExactly(NONE, 4, 4);
    assertThat(new IndicatorRun(LOWEST, 1).numbers(-4, -4, 6)).containsExactly(NONE, -4, -4);
  }

  @Test
  void firstValue_anyPeriod_comesWithTheWarmUp() {
    for (var extreme : new Extreme[]{HIGHEST, LOWEST})
      for (int n : new int[]{1, 2, 50})
        assertThat(Agreement.firstValue(extreme, 1, n)).isEqualTo(n + 1)
            .isEqualTo(extreme.warmUp(n));
  }

  @Test
  void extreme_anyInputs_equalsTheDefinition() {
    new Agreement(HIGHEST, 1, cases -> new double[]{cases.between(1, 60)}, (rows, args) -> {
      var before = before(rows, (int) args[0]);
      return before == null ? NONE : Arrays.stream(before).max().orElseThrow();
    }).holds(43);
    new Agreement(LOWEST, 1, cases -> new double[]{cases.between(1, 60)}, (rows, args) -> {
      var before = before(rows, (int) args[0]);
      return before == null ? NONE : Arrays.stream(before).min().orElseThrow();
    }).holds(44);
  }

  /** Theirs counts the latest in, and begins with a part of the window. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30})
  void extreme_ofAWalk_agreesWithTa4j(int n) {
    var other = new Ta4j();
    var highest = new HighestValueIndicator(other.x, n);
    var lowest = new LowestValueIndicator(other.x, n);
    other.agrees(HIGHEST, i -> i < n ? NONE : highest.getValue(i - 1).doubleValue(), n);
    other.agrees(LOWEST, i -> i < n ? NONE : lowest.getValue(i - 1).doubleValue(), n);
  }

  private static double[] before(double[][] rows, int n) {
    return Agreement.last(Arrays.copyOf(rows, rows.length - 1), 0, n);
  }
}
