package io.qkt.core.indicator.session;

/**
 * The largest of the last n values, in the caller's slots: the values that can still become the
 * largest, falling from the oldest to the newest, in a ring. A value enters and leaves once, so an
 * update costs the same for every n on average.
 */
final class MaxWindow {
  private static final int CAPACITY = 0;
  private static final int SEEN = 1;
  private static final int HEAD = 2;
  private static final int KEPT = 3;
  private static final int ARRIVALS = 4;

  private MaxWindow() {}

  static int doubles(double n) {
    return (int) n;
  }

  static int longs(double n) {
    return (int) (ARRIVALS + n);
  }

  static void init(double[] d, int dAt, long[] l, int lAt, int n) {
    l[lAt + CAPACITY] = n;
    l[lAt + SEEN] = 0;
    l[lAt + HEAD] = 0;
    l[lAt + KEPT] = 0;
    for (int i = 0; i < n; i++) {
      d[dAt + i] = 0;
      l[lAt + ARRIVALS + i] = 0;
    }
  }

  static boolean full(long[] l, int lAt) {
    return l[lAt + SEEN] >= l[lAt + CAPACITY];
  }

  static double max(double[] d, int dAt, long[] l, int lAt) {
    return d[dAt + (int) l[lAt + HEAD]];
  }

  static void add(double[] d, int dAt, long[] l, int lAt, double value) {
    int n = (int) l[lAt + CAPACITY];
    long arrival = l[lAt + SEEN]++;
    dropOutdated(l, lAt, n, arrival);
    int head = (int) l[lAt + HEAD];
    int kept = (int) l[lAt + KEPT];
    while (kept > 0 && d[dAt + (head + kept - 1) % n] <= value)
      kept--;
    int at = (head + kept) % n;
    d[dAt + at] = value;
    l[lAt + ARRIVALS + at] = arrival;
    l[lAt + KEPT] = kept + 1;
  }

  private static void dropOutdated(long[] l, int lAt, int n, long arrival) {
    int head = (int) l[lAt + HEAD];
    if (l[lAt + KEPT] > 0 && l[lAt + ARRIVALS + head] <= arrival - n) {
      l[lAt + HEAD] = (head + 1) % n;
      l[lAt + KEPT]--;
    }
  }
}
