package io.qkt.core.program;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.calendar.Schedule;
import java.util.List;

/** What is done at the times of a schedule, whatever the rules say. */
public record SchedulePlan(Schedule schedule, List<Action> actions) {}
