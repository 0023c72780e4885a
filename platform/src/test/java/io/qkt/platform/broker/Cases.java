package io.qkt.platform.broker;

import java.util.List;

/** Seeded cases, as the kernel's own tests have them: a failure is repeated by its seed. */
final class Cases {
  private long state;

  Cases(long seed) {
    state = seed;
  }

  /** A whole number with {@code from <= n < to}. */
  int between(int from, int to) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return from + (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, to - from);
  }

  boolean oneIn(int n) {
    return between(0, n) == 0;
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--)
      list.set(i, list.set(between(0, i + 1), list.get(i)));
  }
}
