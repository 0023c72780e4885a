package io.qkt.core.program.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * When something is to be done: at some times of the day by the clocks of a zone. A time that those
 * clocks skip is moved forward by as much as they are; one that they show twice counts once, the
 * first time. Two times that so come to be one instant are one occurrence.
 *
 * @param times of the day, at least one
 * @param weekdays whether only from Monday to Friday, in that zone
 */
public record Schedule(List<LocalTime> times, Zone zone, boolean weekdays) {
  private static final long SECOND = 1_000_000L;

  public Schedule {
    times = times.stream().distinct().sorted().toList();
    if (times.isEmpty()) {
      throw new IllegalArgumentException("a schedule must have a time, was given none");
    }
    for (var time : times) {
      if (time.getNano() != 0) {
        throw new IllegalArgumentException("a time must be in whole seconds, was " + time);
      }
    }
  }

  /** AT time, time ... zone. */
  public static Schedule at(Zone zone, LocalTime... times) {
    return new Schedule(List.of(times), zone, false);
  }

  /** EVERY HOUR AT :minute. */
  public static Schedule everyHour(int minute) {
    return new Schedule(
        IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, minute)).toList(), Zone.UTC,
        false);
  }

  /** EVERY DAY AT time zone. */
  public static Schedule everyDay(LocalTime time, Zone zone) {
    return at(zone, time);
  }

  /** EVERY WEEKDAY AT time zone. */
  public static Schedule everyWeekday(LocalTime time, Zone zone) {
    return new Schedule(List.of(time), zone, true);
  }

  /** The first occurrence after an instant, in epoch micros. */
  public long nextAfter(long micros) {
    var today = dateOf(micros);
    // No clock of these zones skips a midnight, so days never overtake each other.
    long next = Long.MAX_VALUE;
    for (int ahead = 0; next == Long.MAX_VALUE; ahead++)
      next = firstOf(today.plusDays(ahead), micros);
    return next;
  }

  /** Every occurrence with {@code after < instant <= until}, in order: each that was missed. */
  public void replay(long after, long until, LongConsumer occurrence) {
    for (long next = nextAfter(after); next <= until; next = nextAfter(next))
      occurrence.accept(next);
  }

  private LocalDate dateOf(long micros) {
    return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND)).atZone(zone.id()).toLocalDate();
  }

  private long firstOf(LocalDate date, long after) {
    long first = Long.MAX_VALUE;
    if (weekdays && date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) return first;
    for (var time : times) {
      long instant = ZonedDateTime.of(date, time, zone.id()).toEpochSecond() * SECOND;
      if (instant > after) first = Math.min(first, instant);
    }
    return first;
  }
}
