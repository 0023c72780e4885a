package io.qkt.core.program.frame;

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

  public static int of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static int not(int value) {
    return TRUE - value;
  }

  /**
   * {@code a > b}, false for values that differ by rounding alone, undefined where one is NaN.
   *
   * <p>Hot: a margin of each value in turn is that of the larger, without asking which it is.
   */
  public static int greater(double a, double b) {
    double over = a - b;
    if (over > TOLERANCE) {
      boolean clear = over > TOLERANCE * Math.abs(a) && over > TOLERANCE * Math.abs(b);
      // Infinity is greater than everything, however large its own margin would be.
      return clear || over > Double.MAX_VALUE ? TRUE : FALSE;
    }
    return a != a || b != b ? UNDEFINED : FALSE;
  }

  /** {@code a = b}, true also for values that differ by rounding alone. */
  public static int equal(double a, double b) {
    if (a != a || b != b)
      return UNDEFINED;
    return of(a == b || Math.abs(a - b) <= margin(a, b));
  }

  private static double margin(double a, double b) {
    double larger = Math.max(Math.abs(a), Math.abs(b));
    // An infinite margin would make infinity greater than nothing.
    return larger > 1 && larger <= Double.MAX_VALUE ? TOLERANCE * larger : TOLERANCE;
  }
}
