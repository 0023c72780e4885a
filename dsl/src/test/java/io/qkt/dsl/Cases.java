package io.qkt.dsl;

import java.util.List;

/** Seeded cases for properties: the same seed makes the same cases on every machine. */
public final class Cases {
  private long state;

  public Cases(long seed) {
    state = seed;
  }

  /** The next 64 bits of SplitMix64. */
  public long bits() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** A whole number with {@code from <= n < to}. */
  public int between(int from, int to) {
    return from + (int) Long.remainderUnsigned(bits(), to - from);
  }

  public boolean oneIn(int n) {
    return between(0, n) == 0;
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(between(0, choices.size()));
  }

  public String oneOf(String... choices) {
    return choices[between(0, choices.length)];
  }
}
