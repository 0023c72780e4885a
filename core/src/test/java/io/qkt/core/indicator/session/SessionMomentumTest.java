package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.SessionMomentum.SESSION_MOMENTUM;
import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static io.qkt.core.indicator.session.UtcBars.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import io.qkt.core.indicator.session.UtcBars.Day;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionMomentumTest {
  @Test
  void update_overDays_sumsTheReturnsOfTheLastOnes() {
    // Day 0: 8 to 10, 0.25; day 1: 16 to 8, -0.5; day 2: 4 to 5, 0.25. Each counts from the first
    // bar inside the next window, and the bars at 7:00 and 9:00 are outside.
    var bars = List.of(bar(at(0, 8, 0), 8, 9, 8, 9), bar(at(0, 8, 30), 9, 10, 9, 10),
        flat(at(0, 9, 0), 50), bar(at(1, 8, 0), 16, 16, 8, 8), flat(at(2, 7, 0), 50),
        bar(at(2, 8, 0), 4, 5, 4, 5), flat(at(3, 8, 0), 1));
    assertThat(UtcBars.run(SESSION_MOMENTUM, bars, 8, 9, 2))
        .containsExactly(NONE, NONE, NONE, NONE, NONE, -0.25, -0.25);
    assertThat(UtcBars.run(SESSION_MOMENTUM, bars, 8, 9, 3))
        .containsExactly(NONE, NONE, NONE, NONE, NONE, NONE, 0);
  }

  @Test
  void update_dayJoinedLate_isSkipped() {
    var bars = List.of(bar(at(0, 8, 0), 8, 9, 8, 10), bar(at(1, 8, 15), 8, 9, 8, 100),
        bar(at(2, 8, 0), 8, 8, 4, 4), flat(at(3, 8, 0), 1));
    assertThat(UtcBars.run(SESSION_MOMENTUM, bars, 8, 9, 1))
        .containsExactly(NONE, 0.25, 0.25, -0.5);
  }

  @Test
  void update_windowToTwentyFour_endsAtMidnight() {
    var bars = List.of(bar(at(0, 23, 0), 8, 9, 8, 9), bar(at(0, 23, 59), 8, 10, 8, 10),
        flat(at(1, 0, 0), 50), flat(at(1, 23, 0), 1));
    assertThat(UtcBars.run(SESSION_MOMENTUM, bars, 23, 24, 1))
        .containsExactly(NONE, NONE, NONE, 0.25);
  }

  @Test
  void update_flatDays_isZeroAndDaysThatOpenAtZeroAreSkipped() {
    var bars = List.of(flat(at(0, 8, 0), 5), bar(at(1, 8, 0), 0, 1, 0, 1), flat(at(2, 8, 0), 1));
    assertThat(UtcBars.run(SESSION_MOMENTUM, bars, 8, 9, 1)).containsExactly(NONE, 0, 0);
  }

  @Test
  void update_oneBarADay_isDefinedAfterTheWarmUp() {
    for (int days = 1; days < 9; days++)
      UtcBars.assertWarmUp(SESSION_MOMENTUM, everyDayAt(0, 10), 0, 24, days);
    assertThat(SESSION_MOMENTUM.warmUpMinutes(8, 9, 3)).isEqualTo(3 * 1_440);
  }

  @Test
  void update_anyBarsAndWindows_agreesWithTheDefinition() {
    var cases = new Cases(36);
    for (int i = 0; i < 40; i++) {
      int start = (int) cases.between(0, 24);
      int end = (int) cases.between(start + 1, 25);
      int days = (int) cases.between(1, 6);
      UtcBars.assertAgrees(SESSION_MOMENTUM, UtcBars.random(cases, 300),
          soFar -> naive(soFar, start, end, days), start, end, days);
    }
  }

  @Test
  void misfit_impossibleHours_namesThem() {
    assertThat(SESSION_MOMENTUM.misfit(8, 25, 1))
        .isEqualTo("the end hour must be at most 24, was 25");
    assertThat(SESSION_MOMENTUM.misfit(8, 8, 1))
        .isEqualTo("the start hour must be before the end hour, 8, was 8");
  }

  private static double naive(List<Bar> soFar, int start, int end, int days) {
    // The window of the latest bar in it is not over before another begins.
    var all = UtcBars.days(soFar, start * 60, (end - start) * 60);
    var over = all.subList(0, Math.max(0, all.size() - 1)).stream().filter(Day::whole).toList();
    if (over.size() < days)
      return NONE;
    return over.subList(over.size() - days, over.size())
        .stream()
        .mapToDouble(
            d -> d.bars().getLast().close() / d.bars().getFirst().open() - 1)
        .sum();
  }

  private static List<Bar> everyDayAt(int hour, int count) {
    var bars = new ArrayList<Bar>();
    for (int day = 0; day < count; day++)
      bars.add(flat(at(day, hour, 0), 5 + day));
    return bars;
  }
}
