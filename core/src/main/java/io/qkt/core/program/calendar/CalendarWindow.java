package io.qkt.core.program.calendar;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Truth;

/**
 * Whether it is now within a part of the year, of the day or of the month, in UTC. Both ends of a
 * window belong to it; one that ends before it starts goes over the turn of the year or the day.
 * Never undefined.
 */
public sealed interface CalendarWindow extends ConditionNode {

  record OfYear(int startMonth, int startDay, int endMonth, int endDay) implements CalendarWindow {
    @Override
    public int eval(Frame frame) {
      long day = UtcDate.day(frame.now());
      int date = place(UtcDate.month(day), UtcDate.dayOfMonth(day));
      return within(date, place(startMonth, startDay), place(endMonth, endDay));
    }

    private static int place(int month, int day) {
      return 32 * month + day;
    }
  }

  /** By the minute: the whole of the last minute belongs to it. */
  record OfDay(int startHour, int startMinute, int endHour,
      int endMinute) implements CalendarWindow {
    @Override
    public int eval(Frame frame) {
      return within(UtcDate.minuteOfDay(frame.now()), 60 * startHour + startMinute,
          60 * endHour + endMinute);
    }
  }

  /** Today is the last day from Monday to Friday of its month; holidays are not known. */
  record LastTradingDayOfMonth() implements CalendarWindow {
    private static final int FRIDAY = 4;

    @Override
    public int eval(Frame frame) {
      long day = UtcDate.day(frame.now());
      int weekday = UtcDate.weekday(day);
      int toTheNext = weekday == FRIDAY ? 3 : 1;
      return Truth.of(weekday <= FRIDAY
          && UtcDate.dayOfMonth(day) + toTheNext > UtcDate.daysInMonth(day));
    }
  }

  private static int within(int place, int start, int end) {
    return Truth.of(start <= end ? start <= place && place <= end : place >= start || place <= end);
  }
}
