package io.qkt.core.program.function;

/**
 * What the functions compute, once for every back end. The result is undefined where an argument
 * is, and where it would not be finite.
 *
 * <p>What steps from one whole number to the next takes an argument that differs from a step by
 * rounding alone as that step, by the tolerance of the comparisons: {@code floor(0.29 * 100)} is
 * 29, as it is on paper, and not 28.
 */
public final class ScalarMath {
  private static final double TOLERANCE = 1e-12;

  private ScalarMath() {}

  /** The value, undefined if it is infinite. */
  public static double finite(double value) {
    return value - value == 0 ? value : Double.NaN;
  }

  public static double log(double x) {
    return finite(StrictMath.log(x));
  }

  public static double exp(double x) {
    return finite(StrictMath.exp(x));
  }

  public static double pow(double x, double y) {
    // Anything to the power of 0 would be 1 and 1 to the power of anything: the undefined too.
    return x != x || y != y ? Double.NaN : finite(StrictMath.pow(x, y));
  }

  /** What is left of {@code a} above the greatest multiple of {@code b} below it; has b's sign. */
  public static double mod(double a, double b) {
    if (b == 0) return Double.NaN;
    double quotient = a / b;
    if (isNear(quotient, Math.rint(quotient))) return 0;
    double rest = a % b;
    return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
  }

  /** The nearest multiple of {@code step}, of two equally near the even one. */
  public static double roundTo(double x, double step) {
    return step == 0 ? Double.NaN : finite(round(x / step) * step);
  }

  public static double floor(double x) {
    double whole = Math.rint(x);
    return isNear(x, whole) ? whole : Math.floor(x);
  }

  public static double ceil(double x) {
    double whole = Math.rint(x);
    return isNear(x, whole) ? whole : Math.ceil(x);
  }

  /** To the nearest whole number, of two equally near to the even one. */
  public static double round(double x) {
    double half = Math.rint(2 * x) / 2;
    return Math.rint(isNear(x, half) ? half : x);
  }

  private static boolean isNear(double x, double step) {
    return Math.abs(x - step) <= TOLERANCE * Math.max(1, Math.abs(x));
  }
}
