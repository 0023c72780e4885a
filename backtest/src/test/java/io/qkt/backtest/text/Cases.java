package io.qkt.backtest.text;

import java.util.List;

/** Seeded cases for properties: the same seed makes the same cases on every machine. */
final class Cases {
  private long state;

  Cases(long seed) {
    state = seed;
  }

  /** The next 64 bits of SplitMix64. */
  long bits() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** A whole number with {@code from <= n < to}. */
  int between(int from, int to) {
    return from + (int) Long.remainderUnsigned(bits(), to - from);
  }

  boolean oneIn(int n) {
    return between(0, n) == 0;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[between(0, choices.length)];
  }

  /** A number in tenths, as it is written. */
  String tenths(int from, int to) {
    int tenths = between(from, to + 1);
    return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
