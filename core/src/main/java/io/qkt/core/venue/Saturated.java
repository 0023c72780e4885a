package io.qkt.core.venue;

import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;

/**
 * Arithmetic that stops at the largest number, for bounds and costs: a price that nobody can reach
 * is as good as one that does not fit.
 */
final class Saturated {
  private Saturated() {}

  /** The sum with a {@code b} that is not negative. */
  static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  static long times(long a, long b) {
    try {
      return Exact.times(a, b);
    } catch (ExactOverflow beyond) {
      return Long.MAX_VALUE;
    }
  }
}
