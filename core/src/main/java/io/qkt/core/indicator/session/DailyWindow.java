package io.qkt.core.indicator.session;

/**
 * A window of every day, and which of its days was seen last, in three slots of the caller.
 *
 * <p>A day of it is whole only if its first bar opens exactly where the window starts: it cannot be
 * told whether a window that was joined later is missing prices because the market was quiet or
 * because nobody listened.
 */
final class DailyWindow {
  static final int LONGS = 3;

  /** What a bar is to the window. */
  static final int OUTSIDE = 0;
  static final int STARTS = 1;
  static final int JOINS_LATE = 2;
  static final int CONTINUES = 3;

  private static final int START = 0;
  private static final int LENGTH = 1;
  private static final int DAY_SEEN = 2;
  private static final long NO_DAY = Long.MIN_VALUE;

  private DailyWindow() {}

  static void init(long[] l, int at, long start, long length) {
    l[at + START] = start;
    l[at + LENGTH] = length;
    l[at + DAY_SEEN] = NO_DAY;
  }

  /** Hot. Takes note of a bar and says what it is to the window. */
  static int enter(long[] l, int at, long time) {
    long sinceStart = time - l[at + START];
    long day = Math.floorDiv(sinceStart, Utc.DAY);
    long into = sinceStart - day * Utc.DAY;
    if (into >= l[at + LENGTH])
      return OUTSIDE;
    if (day == l[at + DAY_SEEN])
      return CONTINUES;
    l[at + DAY_SEEN] = day;
    return into == 0 ? STARTS : JOINS_LATE;
  }

  /** How long after the start of the window seen last this is. */
  static long into(long[] l, int at, long time) {
    return time - l[at + START] - l[at + DAY_SEEN] * Utc.DAY;
  }
}
