package io.qkt.core.program.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.program.Frames;
import io.qkt.core.program.calendar.Now.Part;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class NowTest {
  @Test
  void parts_ofALeapDay_areItsOwn() {
    // A Thursday.
    var parts = parts(LocalDateTime.of(2024, 2, 29, 23, 59));
    assertThat(parts).containsExactly(1_709_251_140_000.0, 23, 59, 3, 2, 29, 29, 19_782);
  }

  @Test
  void weekday_ofAMonday_isZero() {
    assertThat(parts(LocalDateTime.of(2024, 1, 1, 0, 0))[Part.WEEKDAY.ordinal()]).isZero();
  }

  @Test
  void parts_ofAnyInstant_areThoseOfTheCalendar() {
    var cases = new Cases(5);
    for (int i = 0; i < 10_000; i++) {
      // From 1600 to 2600 or so.
      long second = cases.between(-11_000_000_000L, 20_000_000_000L);
      var time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
      assertThat(parts(time)).as(time.toString())
          .containsExactly(second * 1000.0, time.getHour(),
              time.getMinute(), time.getDayOfWeek().ordinal(), time.getMonthValue(),
              time.getDayOfMonth(), time.toLocalDate().lengthOfMonth(),
              time.toLocalDate().toEpochDay());
    }
  }

  private static double[] parts(LocalDateTime time) {
    var frame = Frames.at(time.toEpochSecond(ZoneOffset.UTC) * 1_000_000);
    return Arrays.stream(Part.values()).mapToDouble(part -> new Now(part).eval(frame)).toArray();
  }
}
