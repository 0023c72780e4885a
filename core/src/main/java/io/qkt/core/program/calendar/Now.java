package io.qkt.core.program.calendar;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/** A part of the instant of the input that is being worked on, in UTC: of a bar, of its end. */
public record Now(Part part) implements NumberNode {

  /** What can be asked of it. */
  public enum Part {
    EPOCH_MS, HOUR_UTC, MINUTE_UTC,
    /** Monday is 0. */
    WEEKDAY, MONTH, DAY, DAYS_IN_MONTH,
    /** Days since 1970-01-01. */
    DATE_UTC
  }

  @Override
  public double eval(Frame frame) {
    long now = frame.now();
    long day = UtcDate.day(now);
    return switch (part) {
      case EPOCH_MS -> Math.floorDiv(now, 1_000L);
      case HOUR_UTC -> UtcDate.minuteOfDay(now) / 60;
      case MINUTE_UTC -> UtcDate.minuteOfDay(now) % 60;
      case WEEKDAY -> UtcDate.weekday(day);
      case MONTH -> UtcDate.month(day);
      case DAY -> UtcDate.dayOfMonth(day);
      case DAYS_IN_MONTH -> UtcDate.daysInMonth(day);
      case DATE_UTC -> day;
    };
  }
}
