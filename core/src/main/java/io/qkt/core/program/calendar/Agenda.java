package io.qkt.core.program.calendar;

import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/** When each of some schedules is due next; nothing is due before it has begun. */
public final class Agenda {
  public static final int NONE = -1;
  private static final long NEVER = Long.MAX_VALUE;

  private final List<Schedule> schedules;
  private final long[] due;

  public Agenda(List<Schedule> schedules) {
    this.schedules = List.copyOf(schedules);
    due = new long[schedules.size()];
    Arrays.fill(due, NEVER);
  }

  /** From this instant on, it included, times count. */
  public void begin(long now) {
    for (int i = 0; i < due.length; i++)
      due[i] = schedules.get(i).nextAfter(now - 1);
  }

  /** When the next is due, {@link Long#MAX_VALUE} if none is. */
  public long next() {
    long next = NEVER;
    for (long one : due)
      next = Math.min(next, one);
    return next;
  }

  /** The first schedule that is due, whose time has then passed, or {@link #NONE}. */
  public int pass(long now) {
    for (int i = 0; i < due.length; i++) {
      if (due[i] > now) continue;
      due[i] = schedules.get(i).nextAfter(due[i]);
      return i;
    }
    return NONE;
  }

  public void write(StateWriter out) {
    for (long one : due)
      out.add(one);
  }

  public void read(StateReader in) {
    for (int i = 0; i < due.length; i++)
      due[i] = in.word();
  }
}
