package io.qkt.core.program;

/**
 * Kleene's three values as ints, so that AND is the minimum, OR the maximum and NOT a difference:
 * branch free, and always evaluating both sides, as memory in a condition needs.
 */
public final class Truth {
  public static final int FALSE = 0;
  public static final int UNDEFINED = 1;
  public static final int TRUE = 2;

  private static final double TOLERANCE = 1e-12;

  private Truth() {}

  /** {@code a > b}, false for values that differ by rounding alone, undefined where one is NaN. */
  static int greater(double a, double b) {
    if (a != a || b != b) return UNDEFINED;
    double margin = TOLERANCE * Math.max(1.0, Math.max(Math.abs(a), Math.abs(b)));
    return a - b > margin ? TRUE : FALSE;
  }

  static int of(boolean value) {
    return value ? TRUE : FALSE;
  }
}
