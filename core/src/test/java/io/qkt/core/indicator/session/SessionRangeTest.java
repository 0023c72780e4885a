package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static io.qkt.core.indicator.session.UtcBars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionRangeTest {
  @Test
  void update_windowOfTheDay_givesTheGoldenRangeFromTheFirstBarOutside() {
    // 8:30 to 9:30 holds the two middle bars: 5 to 9. The bars before and at 9:30 are outside.
    var bars = List.of(bar(at(0, 8, 0), 50, 50, 50, 50), bar(at(0, 8, 30), 6, 9, 6, 7),
        bar(at(0, 9, 0), 7, 8, 5, 6), bar(at(0, 9, 30), 1, 90, 1, 2), flat(at(1, 8, 30), 77));
    assertThat(UtcBars.run(SessionRange.HIGH, bars, 8, 30, 9, 30))
        .containsExactly(NONE, NONE, NONE, 9, 9);
    assertThat(UtcBars.run(SessionRange.LOW, bars, 8, 30, 9, 30))
        .containsExactly(NONE, NONE, NONE, 5, 5);
  }

  @Test
  void update_windowOverMidnight_isOneWindow() {
    var bars = List.of(flat(at(0, 22, 0), 3), flat(at(0, 23, 0), 7), flat(at(1, 0, 0), 1),
        flat(at(1, 2, 0), 50), flat(at(1, 22, 0), 60));
    assertThat(UtcBars.run(SessionRange.HIGH, bars, 22, 0, 2, 0))
        .containsExactly(NONE, NONE, NONE, 7, 7);
    assertThat(UtcBars.run(SessionRange.LOW, bars, 22, 0, 2, 0))
        .containsExactly(NONE, NONE, NONE, 1, 1);
  }

  @Test
  void update_windowJoinedLate_keepsTheOneBefore() {
    var bars = List.of(flat(at(0, 8, 0), 3), flat(at(0, 9, 0), 50), flat(at(1, 8, 15), 7),
        flat(at(1, 9, 0), 50), flat(at(2, 8, 0), 4), flat(at(2, 9, 0), 50));
    assertThat(UtcBars.run(SessionRange.HIGH, bars, 8, 0, 9, 0))
        .containsExactly(NONE, 3, 3, 3, 3, 4);
  }

  @Test
  void update_nextBarInTheNextWindow_completesTheOneBefore() {
    var bars = List.of(flat(at(0, 8, 0), 3), flat(at(3, 8, 0), 7), flat(at(4, 8, 30), 1));
    assertThat(UtcBars.run(SessionRange.LOW, bars, 8, 0, 9, 0)).containsExactly(NONE, 3, 7);
  }

  @Test
  void update_zeroToTwentyFour_isTheDay() {
    var bars = List.of(flat(at(0, 0, 0), 3), flat(at(0, 23, 59), 7), flat(at(1, 0, 0), 1));
    assertThat(UtcBars.run(SessionRange.HIGH, bars, 0, 0, 24, 0)).containsExactly(NONE, NONE, 7);
    UtcBars.assertWarmUp(SessionRange.HIGH, List.of(bars.get(0), bars.get(2)), 0, 0, 24, 0);
  }

  @Test
  void update_anyBarsAndWindows_agreesWithTheDefinition() {
    var cases = new Cases(32);
    for (int i = 0; i < 30; i++) {
      var bars = UtcBars.random(cases, 250);
      int start = (int) cases.between(0, 48) * 30;
      int minutes = (int) cases.between(1, 48) * 30;
      int end = (start + minutes) % 1_440;
      double[] args = {start / 60, start % 60, end / 60, end % 60};
      UtcBars.assertAgrees(SessionRange.HIGH, bars, soFar -> {
        var day = UtcBars.lastWhole(UtcBars.daysOver(soFar, start, minutes));
        return day == null ? NONE : day.high();
      }, args);
      UtcBars.assertAgrees(SessionRange.LOW, bars, soFar -> {
        var day = UtcBars.lastWhole(UtcBars.daysOver(soFar, start, minutes));
        return day == null ? NONE : day.low();
      }, args);
    }
  }

  @Test
  void misfit_impossibleTimes_namesThem() {
    assertThat(SessionRange.HIGH.misfit(24, 0, 5, 0))
        .isEqualTo("the start hour must be an hour of the day from 0 to 23, was 24");
    assertThat(SessionRange.HIGH.misfit(8, 60, 5, 0))
        .isEqualTo("the start minute must be from 0 to 59, was 60");
    assertThat(SessionRange.HIGH.misfit(8, 0, 5, 60))
        .isEqualTo("the end minute must be from 0 to 59, was 60");
    assertThat(SessionRange.HIGH.misfit(8, 0, 24, 5))
        .isEqualTo("the end must be at most 24:00, was 24:05");
    assertThat(SessionRange.HIGH.misfit(8, 5, 8, 5)).isEqualTo("the end must differ from the"
        + " start, 8:05, was 8:05; 0, 0, 24, 0 is the whole day");
    assertThat(SessionRange.HIGH.misfit(22, 0, 2, 0)).isNull();
  }
}
