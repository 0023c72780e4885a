package io.qkt.core.program.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Truth;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalendarWindowTest {
  @ParameterizedTest
  @CsvSource({"2024-03-09T23:59:59,false", "2024-03-10T00:00,true", "2024-04-01T12:00,true",
      "2024-05-20T23:59:59,true", "2024-05-21T00:00,false"})
  void ofYear_holdsBothItsEnds(LocalDateTime time, boolean expected) {
    assertHolds(new CalendarWindow.OfYear(3, 10, 5, 20), time, expected);
  }

  @ParameterizedTest
  @CsvSource({"2024-11-30T00:00,false", "2024-12-01T00:00,true", "2024-12-31T00:00,true",
      "2024-01-01T00:00,true", "2024-02-15T00:00,true", "2024-02-16T00:00,false"})
  void ofYear_overItsTurn_holdsBothParts(LocalDateTime time, boolean expected) {
    assertHolds(new CalendarWindow.OfYear(12, 1, 2, 15), time, expected);
  }

  @ParameterizedTest
  @CsvSource({"2024-03-09T07:59:59,false", "2024-03-09T08:00,true", "2024-03-09T16:30,true",
      "2024-03-09T16:30:59,true", "2024-03-09T16:31,false"})
  void ofDay_holdsBothItsEnds(LocalDateTime time, boolean expected) {
    assertHolds(new CalendarWindow.OfDay(8, 0, 16, 30), time, expected);
  }

  @ParameterizedTest
  @CsvSource({"2024-03-09T21:59,false", "2024-03-09T22:00,true", "2024-03-09T00:00,true",
      "2024-03-09T06:00,true", "2024-03-09T06:01,false"})
  void ofDay_overMidnight_holdsBothParts(LocalDateTime time, boolean expected) {
    assertHolds(new CalendarWindow.OfDay(22, 0, 6, 0), time, expected);
  }

  /** May 2024 ended on a Friday, March on a Sunday, September on a Monday. */
  @ParameterizedTest
  @CsvSource({"2024-05-31,true", "2024-05-30,false", "2024-03-29,true", "2024-03-28,false",
      "2024-03-30,false", "2024-03-31,false", "2024-09-30,true", "2024-09-27,false"})
  void lastTradingDay_isTheLastWeekdayOfItsMonth(String date, boolean expected) {
    assertHolds(new CalendarWindow.LastTradingDayOfMonth(), LocalDateTime.parse(date + "T12:00"),
        expected);
  }

  private static void assertHolds(ConditionNode window, LocalDateTime time, boolean expected) {
    var frame = Frames.at(time.toEpochSecond(ZoneOffset.UTC) * 1_000_000);
    assertThat(window.eval(frame)).isEqualTo(Truth.of(expected));
  }
}
