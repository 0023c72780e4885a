package io.qkt.core.money;

/**
 * Arithmetic on exact numbers: a long that counts units of 1e-8. Nothing here allocates unless it
 * fails or makes text.
 */
public final class Exact {
  public static final int SCALE = 8;
  public static final long ONE = 100_000_000L;

  private static final long LOW_32 = 0xFFFF_FFFFL;
  /** Up to here a long is a double without loss, so that one division rounds correctly. */
  private static final long DOUBLE_EXACT_MAX = 1L << 53;

  private Exact() {}

  /** Reads a plain decimal: an optional sign, digits, at most eight decimals, no exponent. */
  public static long parse(String text) {
    int at = startsWithSign(text) ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    requireDigits(text, at, end);
    if (point < 0)
      return signed(text, shifted(text, at, end, 0, SCALE));
    requireDigits(text, point + 1, text.length());
    int decimals = text.length() - point - 1;
    if (decimals > SCALE)
      throw new IllegalArgumentException(
          "a number must have at most 8 decimals, was '%s'; round it first".formatted(text));
    long whole = shifted(text, at, end, 0, 0);
    return signed(text, shifted(text, point + 1, text.length(), whole, SCALE - decimals));
  }

  private static boolean startsWithSign(String text) {
    return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
  }

  private static void requireDigits(String text, int from, int to) {
    boolean plain = from < to;
    for (int i = from; i < to && plain; i++)
      plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    if (!plain)
      throw new IllegalArgumentException(
          "a number must be a plain decimal like -12.5, was '%s'".formatted(text));
  }

  /** Appends digits, then zeros. Below zero, because the smallest number has no positive twin. */
  private static long shifted(String text, int from, int to, long start, int zeros) {
    long negated = start;
    for (int i = from; i < to + zeros; i++) {
      int digit = i < to ? text.charAt(i) - '0' : 0;
      if (negated < Long.MIN_VALUE / 10 || negated * 10 < Long.MIN_VALUE + digit)
        throw new ExactOverflow("'" + text + "'");
      negated = negated * 10 - digit;
    }
    return negated;
  }

  private static long signed(String text, long negated) {
    if (text.charAt(0) == '-')
      return negated;
    if (negated == Long.MIN_VALUE)
      throw new ExactOverflow("'" + text + "'");
    return -negated;
  }

  /** The shortest plain decimal that reads back as {@code value}. */
  public static String text(long value) {
    long whole = value / ONE;
    long rest = Math.abs(value % ONE);
    if (rest == 0)
      return Long.toString(whole);
    var text = new StringBuilder(21);
    if (value < 0)
      text.append('-');
    text.append(Math.abs(whole)).append('.');
    for (long digit = ONE / 10; rest != 0; digit /= 10) {
      text.append((char) ('0' + rest / digit));
      rest %= digit;
    }
    return text.toString();
  }

  /** The double nearest to {@code value}, the same wherever a decision reads it. */
  public static double toDouble(long value) {
    // A multiplication by 1e-8 would give other bits, because 1e-8 is no binary fraction.
    if (-DOUBLE_EXACT_MAX <= value && value <= DOUBLE_EXACT_MAX || value == Long.MIN_VALUE)
      return (double) value / ONE;
    double magnitude = toDoubleRoundedOnce(Math.abs(value));
    return value < 0 ? -magnitude : magnitude;
  }

  /**
   * Divides beyond 53 bits. Converting first would round twice, so the quotient is computed to 62
   * bits, its remainder kept as a last bit, and only the conversion to double rounds.
   */
  private static double toDoubleRoundedOnce(long value) {
    int shift = Long.numberOfLeadingZeros(value) - 1;
    long shifted = value << shift;
    long fraction = shifted % ONE << 26;
    long quotient = shifted / ONE << 26 | fraction / ONE;
    long sticky = fraction % ONE == 0 ? 0 : 1;
    return Math.scalb((double) (quotient | sticky), -26 - shift);
  }

  /** The exact number nearest to {@code value}; a tie goes away from zero. */
  public static long ofDouble(double value) {
    if (!(Math.abs(value) <= Double.MAX_VALUE))
      throw new IllegalArgumentException("a number must be finite, was " + value);
    // |value| * 2^-exponent is a whole number below 2^53.
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    if (exponent >= 0)
      throw new ExactOverflow(Double.toString(value));
    long whole = (long) Math.scalb(Math.abs(value), -exponent);
    long magnitude = ofDoubleShifted(whole, -exponent);
    if (magnitude < 0)
      throw new ExactOverflow(Double.toString(value));
    return value < 0 ? -magnitude : magnitude;
  }

  /** {@code whole * 1e8 / 2^shift}, rounded half up, or -1 when that is 2^63 or more. */
  private static long ofDoubleShifted(long whole, int shift) {
    // The product has at most 80 bits: shifted by more it is below a half.
    if (shift > 80)
      return 0;
    long high = Math.multiplyHigh(whole, ONE);
    long low = whole * ONE;
    if (shift > 64)
      return roundedHalfUp(high, shift - 64);
    if (shift == 64)
      return high + (low >>> 63);
    if (high >>> shift != 0)
      return -1;
    long truncated = high << 64 - shift | low >>> shift;
    long result = truncated + (low >>> shift - 1 & 1);
    return truncated < 0 || result < 0 ? -1 : result;
  }

  private static long roundedHalfUp(long value, int shift) {
    return (value >>> shift) + (value >>> shift - 1 & 1);
  }

  public static long plus(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0)
      throw new ExactOverflow("%s + %s".formatted(text(a), text(b)));
    return sum;
  }

  public static long minus(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) < 0)
      throw new ExactOverflow("%s - %s".formatted(text(a), text(b)));
    return difference;
  }

  /** The product, rounded half to even from all of its 128 bits. */
  public static long times(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high != low >> 63)
      return timesWide(a, b);
    long quotient = low / ONE;
    long rest = Math.abs(low % ONE);
    if (rest < ONE / 2 || rest == ONE / 2 && (quotient & 1) == 0)
      return quotient;
    return low < 0 ? quotient - 1 : quotient + 1;
  }

  /** The product beyond 63 bits, which is the usual case of a price times a quantity. */
  private static long timesWide(long a, long b) {
    long high = Math.unsignedMultiplyHigh(Math.abs(a), Math.abs(b));
    long low = Math.abs(a) * Math.abs(b);
    // A high word above this means a quotient above 2^63.
    if (high > ONE / 2)
      throw timesOverflow(a, b);
    long quotient = overOne(high, low);
    boolean negative = (a ^ b) < 0;
    if (!fits(quotient, negative))
      throw timesOverflow(a, b);
    return negative ? -quotient : quotient;
  }

  /** Takes eight decimals from an unsigned number below {@code ONE << 64}, rounded half to even. */
  private static long overOne(long high, long low) {
    // The high word has less than 27 bits, so two divisions of at most 59 bits do what one of 128
    // would.
    long upper = high << 32 | low >>> 32;
    long lower = upper % ONE << 32 | low & LOW_32;
    long quotient = (upper / ONE << 32) + lower / ONE;
    long rest = lower % ONE;
    if (rest > ONE / 2 || rest == ONE / 2 && (quotient & 1) == 1)
      quotient++;
    return quotient;
  }

  /**
   * {@code a * b - (high:low)}, where the last is below 2^126 and, as the product, at scale 16:
   * what a quantity is worth less what it cost. Rounded half to even, the nearest extreme if too
   * large.
   */
  public static long timesMinus(long a, long b, long high, long low) {
    long product = a * b;
    long lower = product - low;
    long upper = Math.multiplyHigh(a, b) - high - (Long.compareUnsigned(product, low) < 0 ? 1 : 0);
    boolean negative = upper < 0;
    if (negative) {
      lower = -lower;
      upper = ~upper + (lower == 0 ? 1 : 0);
    }
    long quotient = upper > ONE / 2 ? -1 : overOne(upper, lower);
    if (!fits(quotient, negative))
      return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    return negative ? -quotient : quotient;
  }

  /** Whether an unsigned magnitude has a signed twin; -2^63 has one and 2^63 has none. */
  private static boolean fits(long magnitude, boolean negative) {
    return magnitude >= 0 || negative && magnitude == Long.MIN_VALUE;
  }

  private static ExactOverflow timesOverflow(long a, long b) {
    return new ExactOverflow("%s * %s".formatted(text(a), text(b)));
  }

  /** The quotient, rounded half to even from its exact value. */
  public static long over(long a, long b) {
    if (b == 0)
      throw new ArithmeticException("a divisor must not be 0, was 0 under " + text(a));
    long dividend = Math.abs(a);
    long divisor = Math.abs(b);
    long high = Math.unsignedMultiplyHigh(dividend, ONE);
    long low = dividend * ONE;
    if (Long.compareUnsigned(high, divisor) >= 0)
      throw overOverflow(a, b);
    long quotient = high == 0
        ? Long.divideUnsigned(low, divisor)
        : divideWide(high, low, divisor);
    boolean negative = (a ^ b) < 0;
    if (!fits(quotient, negative))
      throw overOverflow(a, b);
    // The remainder is below the divisor, so 64 bits hold it whatever the product's high word.
    long rest = low - quotient * divisor;
    int half = Long.compareUnsigned(rest, divisor - rest);
    if (half > 0 || half == 0 && (quotient & 1) == 1)
      quotient++;
    if (!fits(quotient, negative))
      throw overOverflow(a, b);
    return negative ? -quotient : quotient;
  }

  private static ExactOverflow overOverflow(long a, long b) {
    return new ExactOverflow("%s / %s".formatted(text(a), text(b)));
  }

  /**
   * Long division by hand, two digits of 32 bits: {@code high:low / divisor}, all unsigned, with
   * {@code high} below {@code divisor}.
   */
  static long divideWide(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long by = divisor << shift;
    long top = shift == 0 ? high : high << shift | low >>> 64 - shift;
    long rest = low << shift;
    long first = quotientDigit(top, rest >>> 32, by);
    long second = quotientDigit((top << 32 | rest >>> 32) - first * by, rest & LOW_32, by);
    return first << 32 | second;
  }

  /** The one digit of {@code (top * 2^32 + next) / by}, where {@code by} has its top bit set. */
  private static long quotientDigit(long top, long next, long by) {
    long byHigh = by >>> 32;
    long digit = Long.divideUnsigned(top, byHigh);
    long rest = top - digit * byHigh;
    // Guessed from half of the divisor the digit is at most two too large.
    while (digit > LOW_32
        || Long.compareUnsigned(digit * (by & LOW_32), rest << 32 | next) > 0) {
      digit--;
      rest += byHigh;
      if (rest > LOW_32)
        break;
    }
    return digit;
  }

  /** The largest multiple of {@code step} that is not above {@code value}. */
  public static long floorToStep(long value, long step) {
    requireStep(step);
    long floor = value - Math.floorMod(value, step);
    if (floor > value)
      throw new ExactOverflow("%s floored to %s".formatted(text(value), text(step)));
    return floor;
  }

  /** The multiple of {@code step} nearest to {@code value}; a tie goes to the even multiple. */
  public static long roundToStep(long value, long step) {
    requireStep(step);
    long below = Math.floorMod(value, step);
    long above = step - below;
    boolean up = below > above || below == above && (Math.floorDiv(value, step) & 1) == 1;
    long rounded = up ? value + above : value - below;
    if (up != (rounded > value))
      throw new ExactOverflow("%s rounded to %s".formatted(text(value), text(step)));
    return rounded;
  }

  private static void requireStep(long step) {
    if (step <= 0)
      throw new IllegalArgumentException("a step must be above 0, was " + text(step));
  }
}
