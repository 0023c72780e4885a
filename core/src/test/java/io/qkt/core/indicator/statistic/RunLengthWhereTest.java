package io.qkt.core.indicator.statistic;

import static io.qkt.core.indicator.statistic.RunLengthWhere.RUNLENGTH_WHERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.IndicatorRun;
import org.junit.jupiter.api.Test;

/** ta4j counts no conditions. */
final class RunLengthWhereTest {
  private static final double NONE = Double.NaN;
  private static final double NO = 0;
  private static final double UNKNOWN = 1;
  private static final double YES = 2;

  @Test
  void update_trueInARow_isCountedUntilFalse() {
    assertThat(new IndicatorRun(RUNLENGTH_WHERE).numbers(YES, YES, NO, YES, NO, NO))
        .containsExactly(1, 2, 0, 1, 0, 0);
  }

  @Test
  void update_undefinedCondition_isSkippedAndDoesNotEndTheRun() {
    assertThat(new IndicatorRun(RUNLENGTH_WHERE).numbers(UNKNOWN, YES, UNKNOWN, YES, NONE, YES))
        .containsExactly(NONE, 1, NONE, 2, NONE, 3);
  }

  @Test
  void firstValue_comesWithTheWarmUp() {
    assertThat(RUNLENGTH_WHERE.warmUp()).isEqualTo(1);
    assertThat(new IndicatorRun(RUNLENGTH_WHERE).numbers(NO)).containsExactly(0);
  }

  @Test
  void update_anyConditions_equalsTheDefinition() {
    var cases = new Cases(46);
    var run = new IndicatorRun(RUNLENGTH_WHERE);
    var seen = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      double condition = cases.oneIn(4) ? NO : cases.oneIn(5) ? UNKNOWN : YES;
      if (condition != UNKNOWN)
        seen.append(condition == YES ? 'y' : 'n');
      var state = run.longs();
      double value = run.numbers(condition)[0];
      if (condition == UNKNOWN) {
        assertThat(value).isNaN();
        assertThat(run.longs()).isEqualTo(state);
      } else {
        assertThat(value).isEqualTo(seen.length() - 1 - seen.lastIndexOf("n"));
      }
    }
  }
}
