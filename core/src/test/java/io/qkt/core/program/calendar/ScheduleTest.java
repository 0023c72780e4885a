package io.qkt.core.program.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.Cases;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final long MINUTE = 60_000_000L;

  @Test
  void at_someTimes_comesAtEachOfThem() {
    var schedule = Schedule.at(Zone.UTC, LocalTime.of(16, 0), LocalTime.of(8, 30, 15));
    assertThat(between(schedule, "2024-05-03T08:30:15Z", "2024-05-04T16:00:00Z")).containsExactly(
        "2024-05-03T16:00:00Z", "2024-05-04T08:30:15Z", "2024-05-04T16:00:00Z");
  }

  @Test
  void everyHour_comesAtItsMinuteInUtc() {
    assertThat(between(Schedule.everyHour(5), "2024-05-03T22:05:00Z", "2024-05-04T01:04:59Z"))
        .containsExactly("2024-05-03T23:05:00Z", "2024-05-04T00:05:00Z");
  }

  @Test
  void everyDay_inAZone_followsItsClocks() {
    var schedule = Schedule.everyDay(LocalTime.of(9, 30), Zone.NY);
    assertThat(between(schedule, "2024-03-09T00:00:00Z", "2024-03-11T00:00:00Z"))
        .containsExactly("2024-03-09T14:30:00Z", "2024-03-10T13:30:00Z");
  }

  @Test
  void everyWeekday_leavesTheWeekendOfItsZoneOut() {
    // Monday morning in Sydney is Sunday in UTC.
    var schedule = Schedule.everyWeekday(LocalTime.of(7, 0), Zone.SYDNEY);
    assertThat(between(schedule, "2024-05-30T00:00:00Z", "2024-06-03T00:00:00Z"))
        .containsExactly("2024-05-30T21:00:00Z", "2024-06-02T21:00:00Z");
  }

  @Test
  void time_thatTheClocksSkip_movesForward() {
    var schedule = Schedule.everyDay(LocalTime.of(2, 30), Zone.CHICAGO);
    assertThat(between(schedule, "2024-03-10T00:00:00Z", "2024-03-11T00:00:00Z"))
        .containsExactly("2024-03-10T08:30:00Z");
  }

  @Test
  void time_thatTheClocksShowTwice_countsOnce() {
    var schedule = Schedule.everyDay(LocalTime.of(1, 30), Zone.LONDON);
    assertThat(between(schedule, "2024-10-27T00:00:00Z", "2024-10-28T00:00:00Z"))
        .containsExactly("2024-10-27T00:30:00Z");
  }

  @Test
  void timesThatBecomeOneInstant_areOneOccurrence() {
    var schedule = Schedule.at(Zone.NY, LocalTime.of(2, 30), LocalTime.of(3, 30),
        LocalTime.of(3, 0));
    assertThat(between(schedule, "2024-03-10T05:00:00Z", "2024-03-10T12:00:00Z"))
        .containsExactly("2024-03-10T07:00:00Z", "2024-03-10T07:30:00Z");
  }

  @Test
  void next_ofAnOccurrence_isTheOneAfterIt() {
    var schedule = Schedule.everyHour(5);
    long occurrence = micros("2024-05-03T22:05:00Z");
    assertThat(schedule.nextAfter(occurrence - 1)).isEqualTo(occurrence);
    assertThat(schedule.nextAfter(occurrence)).isEqualTo(occurrence + 60 * MINUTE);
  }

  @Test
  void next_ofAnyInstant_isThatOfAScan() {
    var cases = new Cases(17);
    for (int run = 0; run < 2_000; run++) {
      var schedule = any(cases);
      // The half of them about the days on which clocks change, in 2024 and 2025.
      String[] days = {"2024-03-10", "2024-11-03", "2024-03-31", "2024-10-27", "2024-04-07",
          "2024-10-06", "2025-03-09", "2025-11-02"};
      long day = Instant.parse(days[run % 8] + "T00:00:00Z").getEpochSecond() / 60;
      long from = run % 16 < 8 ? day + cases.between(-2_000, 2_000)
          : day + cases.between(-300_000, 300_000);
      long to = from + cases.between(1, 3 * 1_440);
      var occurrences = new ArrayList<Long>();
      schedule.replay(from * MINUTE, to * MINUTE, at -> occurrences.add(at / MINUTE));
      assertThat(occurrences).as(schedule + " from " + from).isEqualTo(scan(schedule, from, to));
    }
  }

  @Test
  void schedule_withoutTimes_isRefused() {
    assertThatThrownBy(() -> Schedule.at(Zone.UTC))
        .hasMessage("a schedule must have a time, was given none");
  }

  private static Schedule any(Cases cases) {
    if (cases.oneIn(6)) return Schedule.everyHour((int) cases.between(0, 60));
    var zone = Zone.values()[(int) cases.between(0, 6)];
    var times = Stream
        .generate(() -> LocalTime.of((int) cases.between(0, cases.oneIn(2) ? 4 : 24),
            (int) cases.between(0, 4) * 15))
        .limit(cases.between(1, 4))
        .toList();
    return new Schedule(times, zone, cases.oneIn(3));
  }

  /** Every minute after the first: whether its clocks show a time, or have just skipped one. */
  private static List<Long> scan(Schedule schedule, long from, long to) {
    var found = new ArrayList<Long>();
    for (long minute = from + 1; minute <= to; minute++) {
      var local = Instant.ofEpochSecond(minute * 60).atZone(schedule.zone().id());
      boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      if (schedule.weekdays() && weekend) continue;
      if (schedule.times().stream().anyMatch(time -> shows(local, time))) found.add(minute);
    }
    return found;
  }

  private static boolean shows(ZonedDateTime local, LocalTime time) {
    var anHourAgo = local.minus(Duration.ofHours(1));
    var shift = Duration.ofSeconds(local.getOffset().getTotalSeconds()
        - anHourAgo.getOffset().getTotalSeconds());
    if (local.toLocalTime().equals(time)) {
      // Shown an hour ago as well: this is the second time.
      return !(shift.isNegative() && anHourAgo.toLocalTime().equals(time));
    }
    // Clocks went forward within the hour: what they show now, less that, they never showed.
    return shift.isPositive() && local.toLocalTime().minus(shift).equals(time);
  }

  private static List<String> between(Schedule schedule, String after, String until) {
    var occurrences = new ArrayList<String>();
    schedule.replay(micros(after), micros(until),
        at -> occurrences.add(Instant.ofEpochSecond(at / 1_000_000).toString()));
    return occurrences;
  }

  private static long micros(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000;
  }
}
