package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.time.DayOfWeek;
import java.util.stream.IntStream;

/**
 * Counts the nights that an instrument's rollovers stand for. Where one weekday counts three times
 * it does so for the weekend, so Saturday and Sunday then count nothing: a week has seven nights.
 */
final class SwapClock {
  private static final long HOUR = 3_600_000_000L;
  static final long DAY = 24 * HOUR;
  private static final long NEVER = Long.MIN_VALUE;
  private static final int DAYS_IN_WEEK = 7;

  private final long rolloverAt;
  private final DayOfWeek tripleDay;
  private final int nightsInWeek;
  private boolean used;
  private long since = NEVER;

  SwapClock(InstrumentSpec spec) {
    rolloverAt = spec.swapRolloverHourUtc() * HOUR;
    tripleDay = spec.swapTripleDay();
    nightsInWeek = IntStream.range(0, DAYS_IN_WEEK).map(this::nights).sum();
  }

  /** Whether swaps are charged here; where the venue does it, nobody asks this ledger to. */
  boolean isUsed() {
    return used;
  }

  /** The quantity is another one from here on; until swaps are asked for, they start here. */
  void traded(long time) {
    if (!used) since = Math.max(since, time);
  }

  /** The nights from the last call to {@code time}, inclusive. */
  long advance(long time) {
    used = true;
    long from = since;
    if (time <= from) return 0;
    since = time;
    return from == NEVER ? 0 : nights(day(from), day(time));
  }

  /** The instant of the last rollover that has passed. */
  long lastRollover() {
    return day(since) * DAY + rolloverAt;
  }

  private long day(long time) {
    return Math.floorDiv(time - rolloverAt, DAY);
  }

  private long nights(long from, long to) {
    long weeks = (to - from) / DAYS_IN_WEEK;
    long nights = weeks * nightsInWeek;
    for (long day = from + weeks * DAYS_IN_WEEK + 1; day <= to; day++)
      nights += nights(day);
    return nights;
  }

  private int nights(long day) {
    if (tripleDay == null) return 1;
    // Day 0 was a Thursday.
    var weekday = DayOfWeek.THURSDAY.plus(day % DAYS_IN_WEEK);
    if (weekday == tripleDay) return 3;
    return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? 0 : 1;
  }

  void write(StateWriter out) {
    out.add(used).add(since);
  }

  void read(StateReader in) {
    used = in.flag();
    since = in.word();
  }
}
