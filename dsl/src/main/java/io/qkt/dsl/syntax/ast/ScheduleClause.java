package io.qkt.dsl.syntax.ast;

import io.qkt.dsl.text.Span;
import java.util.List;

/** What to do at a time of the clock. */
public sealed interface ScheduleClause extends Node {
  List<Action> actions();

  record At(List<TimeOfDay> times, Zone zone, List<Action> actions,
      Span span) implements ScheduleClause {}

  record EveryHour(int minute, List<Action> actions, Span span) implements ScheduleClause {}

  record EveryDay(boolean weekdaysOnly, TimeOfDay time, Zone zone, List<Action> actions,
      Span span) implements ScheduleClause {}

  record TimeOfDay(int hour, int minute, int second, Span span) implements Node {}

  /** Whose clock a time is of. */
  enum Zone {
    UTC, NY, LONDON, TOKYO, SYDNEY, CHICAGO, BROKER
  }
}
