package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static io.qkt.core.indicator.session.UtcBars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class PivotTest {
  private static final List<Bar> DAYS = List.of(bar(at(0, 0, 0), 10, 14, 9, 12),
      bar(at(0, 12, 0), 12, 13, 6, 10), flat(at(1, 0, 0), 20), bar(at(1, 23, 0), 20, 26, 20, 23),
      flat(at(2, 0, 0), 1));

  @Test
  void update_overDays_givesTheGoldenLevels() {
    // Day 0: high 14, low 6, close 10: p = 10, r1 = 20 - 6 = 14, s1 = 20 - 14 = 6.
    // Day 1: high 26, low 20, close 23: p = 23, r1 = 46 - 20 = 26, s1 = 46 - 26 = 20.
    assertThat(UtcBars.run(Pivot.P, DAYS)).containsExactly(NONE, NONE, 10, 10, 23);
    assertThat(UtcBars.run(Pivot.R1, DAYS)).containsExactly(NONE, NONE, 14, 14, 26);
    assertThat(UtcBars.run(Pivot.S1, DAYS)).containsExactly(NONE, NONE, 6, 6, 20);
  }

  @Test
  void update_firstDayJoinedLate_isNoDay() {
    var bars = List.of(flat(at(0, 0, 1), 5), flat(at(1, 0, 0), 7), flat(at(2, 0, 0), 9));
    assertThat(UtcBars.run(Pivot.P, bars)).containsExactly(NONE, NONE, 7);
  }

  @Test
  void update_dayJoinedLateAfterAWholeOne_keepsTheLevelsOfTheWholeOne() {
    // A Friday, two hours of Sunday, and Monday, which trades against Friday.
    var bars = List.of(flat(at(4, 0, 0), 5), flat(at(6, 22, 0), 7), flat(at(7, 0, 0), 9),
        flat(at(8, 0, 0), 11));
    assertThat(UtcBars.run(Pivot.P, bars)).containsExactly(NONE, 5, 5, 9);
  }

  @Test
  void update_flatDay_putsAllLevelsAtItsPrice() {
    var bars = List.of(flat(at(0, 0, 0), 8), flat(at(1, 0, 0), 9));
    for (var level : List.of(Pivot.P, Pivot.R1, Pivot.S1))
      assertThat(UtcBars.run(level, bars)).containsExactly(NONE, 8);
  }

  @Test
  void update_dailyBars_areDefinedAfterTheWarmUp() {
    var bars = List.of(flat(at(0, 0, 0), 8), flat(at(1, 0, 0), 9), flat(at(2, 0, 0), 9));
    for (var level : List.of(Pivot.P, Pivot.R1, Pivot.S1))
      UtcBars.assertWarmUp(level, bars);
    assertThat(Pivot.P.warmUpMinutes()).isEqualTo(1_440);
  }

  @Test
  void update_anyBars_agreesWithTheDefinition() {
    var cases = new Cases(31);
    for (int i = 0; i < 30; i++) {
      var bars = UtcBars.random(cases, 250);
      UtcBars.assertAgrees(Pivot.P, bars, soFar -> naive(soFar, PivotTest::pivot));
      UtcBars.assertAgrees(Pivot.R1, bars, soFar -> naive(soFar, d -> 2 * pivot(d) - d.low()));
      UtcBars.assertAgrees(Pivot.S1, bars, soFar -> naive(soFar, d -> 2 * pivot(d) - d.high()));
    }
  }

  private static double naive(List<Bar> soFar, ToDoubleFunction<UtcBars.Day> level) {
    var day = UtcBars.lastWhole(UtcBars.daysOver(soFar, 0, 1_440));
    return day == null ? NONE : level.applyAsDouble(day);
  }

  private static double pivot(UtcBars.Day day) {
    return (day.high() + day.low() + day.bars().getLast().close()) / 3;
  }
}
