package io.qkt.core.indicator.session;

/** Lengths of time in micros. */
final class Utc {
  static final long MINUTE = 60_000_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;
  static final long DAY_MINUTES = 1_440;

  private Utc() {}

  static int hourOfDay(long time) {
    return (int) (Math.floorMod(time, DAY) / HOUR);
  }

  /** What is wrong with an hour of the day, or null. */
  static String misfitOfHour(String name, double hour) {
    if (hour <= 23)
      return null;
    return "the %s must be an hour of the day from 0 to 23, was %.0f".formatted(name, hour);
  }
}
