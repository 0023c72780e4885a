package io.qkt.dsl.syntax.lex;

/** What the text of a number or a duration is worth. */
public final class Numbers {
  private static final int DIGITS_MAX = 60;
  private static final int EXPONENT_DIGITS_MAX = 3;
  private static final int DURATION_DIGITS_MAX = 13;
  private static final long MILLIS_MAX = 36_500L * 86_400_000;

  private Numbers() {}

  /** Whether it is finite as a double, and neither its digits nor its exponent are absurd. */
  static boolean isInRange(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    int digits = exponent < 0 ? text.length() : exponent;
    if (digits > DIGITS_MAX + 1) return false;
    if (exponent < 0 || exponent == text.length() - 1) return true;
    if (text.length() - exponent - 1 > EXPONENT_DIGITS_MAX + 1) return false;
    return Double.isFinite(Double.parseDouble(text));
  }

  /** The milliseconds of {@code 5m} and its like, -1 for more than a hundred years. */
  public static long millis(String duration) {
    int digits = duration.length() - 1;
    if (digits > DURATION_DIGITS_MAX) return -1;
    long count = Long.parseLong(duration.substring(0, digits));
    return millis(count, duration.charAt(digits));
  }

  /** 0 for a unit that does not exist, -1 for more than a hundred years. */
  public static long millis(long count, char unit) {
    long each = switch (unit) {
      case 's' -> 1_000;
      case 'm' -> 60_000;
      case 'h' -> 3_600_000;
      case 'd' -> 86_400_000;
      default -> 0;
    };
    if (each == 0) return 0;
    return count > MILLIS_MAX / each ? -1 : count * each;
  }
}
