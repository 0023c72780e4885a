package io.qkt.core.program.calendar;

/**
 * The parts of an instant in UTC, worked out by whole numbers without making an object. Years are
 * taken from March on, so that the day which only some of them have is their last.
 */
final class UtcDate {
  static final long MINUTE = 60_000_000L;
  static final long DAY = 1_440 * MINUTE;

  private static final int DAYS_OF_400_YEARS = 146_097;
  /** From the first of March of the year 0 to the first of January 1970. */
  private static final int EPOCH_FROM_MARCH_0 = 719_468;
  private static final int[] DAYS_BEFORE_FROM_MARCH = {0, 31, 61, 92, 122, 153, 184, 214, 245, 275,
      306, 337, 366};

  private UtcDate() {}

  /** Days since 1970-01-01. */
  static long day(long micros) {
    return Math.floorDiv(micros, DAY);
  }

  static int minuteOfDay(long micros) {
    return (int) (Math.floorMod(micros, DAY) / MINUTE);
  }

  /** Monday is 0. */
  static int weekday(long day) {
    return (int) Math.floorMod(day + 3, 7L);
  }

  static int month(long day) {
    return (monthFromMarch(dayOfMarchYear(day)) + 2) % 12 + 1;
  }

  static int dayOfMonth(long day) {
    int ofYear = dayOfMarchYear(day);
    return ofYear - DAYS_BEFORE_FROM_MARCH[monthFromMarch(ofYear)] + 1;
  }

  static int daysInMonth(long day) {
    // 31 days after the first it is the first again, or later by the days that are missing.
    int into = dayOfMonth(day - dayOfMonth(day) + 1 + 31);
    return 32 - into;
  }

  private static int monthFromMarch(int dayOfMarchYear) {
    int month = dayOfMarchYear / 31;
    return dayOfMarchYear >= DAYS_BEFORE_FROM_MARCH[month + 1] ? month + 1 : month;
  }

  private static int dayOfMarchYear(long day) {
    int ofEra = (int) Math.floorMod(day + EPOCH_FROM_MARCH_0, (long) DAYS_OF_400_YEARS);
    int year = ofEra / 365;
    int ofYear = ofEra - daysBefore(year);
    return ofYear >= 0 ? ofYear : ofEra - daysBefore(year - 1);
  }

  /** A leap day comes at the end of every fourth year from March, but of no hundredth. */
  private static int daysBefore(int year) {
    return 365 * year + year / 4 - year / 100;
  }
}
