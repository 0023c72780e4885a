package io.qkt.core;

/**
 * Seeded cases for properties: the same seed makes the same cases on every machine, so that a
 * failure is repeated by running the test again.
 */
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
  public long between(long from, long to) {
    return from + Long.remainderUnsigned(bits(), to - from);
  }

  public boolean oneIn(int n) {
    return between(0, n) == 0;
  }

  /** A long of any size: each bit length is as likely as another, and extremes come often. */
  public long anyLong() {
    if (oneIn(8)) {
      long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, -1, 1L << 32, 1L << 53, 100_000_000};
      return extremes[(int) between(0, extremes.length)] + between(-2, 3);
    }
    return bits() >> between(0, 64);
  }
}
