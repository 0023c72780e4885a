package io.qkt.core.money;

import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/**
 * A whole number of 384 bits that changes in place: enough for any sum of products of five longs,
 * so that what is kept in it is never rounded and never overflows. Methods that change the number
 * give it back. Nothing here allocates, but for a division by more than 64 bits.
 *
 * <p>The number is in two's complement, its lowest 64 bits first.
 */
public final class Wide {
  private static final int LIMBS = 6;
  private static final int BITS = 64 * LIMBS;
  private static final long LOW_32 = 0xFFFF_FFFFL;

  private final long[] limbs = new long[LIMBS];

  /** The sum, or the extreme that is nearest to it where a long cannot hold it. */
  public static long saturatedSum(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) >= 0) return sum;
    return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  public Wide set(long value) {
    limbs[0] = value;
    for (int i = 1; i < LIMBS; i++)
      limbs[i] = value >> 63;
    return this;
  }

  public Wide set(Wide value) {
    System.arraycopy(value.limbs, 0, limbs, 0, LIMBS);
    return this;
  }

  public Wide plus(Wide other) {
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      long part = other.limbs[i] + carry;
      // A carry onto all ones leaves nothing to add and passes the carry on.
      carry = carry != 0 && part == 0 ? 1 : 0;
      limbs[i] += part;
      if (Long.compareUnsigned(limbs[i], part) < 0) carry = 1;
    }
    return this;
  }

  public Wide plus(long value) {
    limbs[0] += value;
    long carry = (value >> 63) + (Long.compareUnsigned(limbs[0], value) < 0 ? 1 : 0);
    // The carry is 1, 0 or -1, and goes on as long as it turns a limb over.
    for (int i = 1; i < LIMBS && carry != 0; i++) {
      limbs[i] += carry;
      if (limbs[i] != (carry > 0 ? 0 : -1)) carry = 0;
    }
    return this;
  }

  public Wide minus(Wide other) {
    // ~(~a + b) = a - b, without a copy of either.
    return invert().plus(other).invert();
  }

  public Wide negate() {
    return invert().plus(1);
  }

  private Wide invert() {
    for (int i = 0; i < LIMBS; i++)
      limbs[i] = ~limbs[i];
    return this;
  }

  public Wide times(long factor) {
    if (factor < 0) negate();
    // Unsigned, the smallest long is its own magnitude.
    long by = Math.abs(factor);
    long carry = 0;
    for (int i = 0; i < LIMBS; i++) {
      long high = Math.unsignedMultiplyHigh(limbs[i], by);
      limbs[i] = limbs[i] * by + carry;
      carry = Long.compareUnsigned(limbs[i], carry) < 0 ? high + 1 : high;
    }
    return this;
  }

  /** Takes so many times eight decimals away, with one rounding: half to even. */
  public Wide rounded(int times) {
    boolean negative = signum() < 0;
    if (negative) negate();
    boolean more = false;
    long rest = 0;
    for (int i = 0; i < times; i++) {
      more |= rest != 0;
      rest = overOne();
    }
    int half = Long.compare(rest, Exact.ONE / 2);
    roundUp(half == 0 && more ? 1 : half);
    return negative ? negate() : this;
  }

  /** Divides by 1e8 and gives the rest; a limb in two halves, because 1e8 has only 27 bits. */
  private long overOne() {
    long rest = 0;
    for (int i = top(); i >= 0; i--) {
      long upper = rest << 32 | limbs[i] >>> 32;
      long lower = upper % Exact.ONE << 32 | limbs[i] & LOW_32;
      limbs[i] = (upper / Exact.ONE << 32) + lower / Exact.ONE;
      rest = lower % Exact.ONE;
    }
    return rest;
  }

  /** The highest limb that is not 0, or the lowest. */
  private int top() {
    int top = LIMBS - 1;
    while (top > 0 && limbs[top] == 0)
      top--;
    return top;
  }

  private void roundUp(int restToHalf) {
    if (restToHalf > 0 || restToHalf == 0 && (limbs[0] & 1) == 1) plus(1);
  }

  /** The quotient, rounded half to even. */
  public Wide over(Wide divisor) {
    int sign = signum() * divisor.signum();
    if (signum() < 0) negate();
    roundUp(divisor.fits() && divisor.limbs[0] != Long.MIN_VALUE
        ? divide(Math.abs(divisor.limbs[0]))
        : divide(divisor));
    return sign < 0 ? negate() : this;
  }

  /** The quotient without its fraction; the divisor must be above 0. */
  public Wide wholeOver(long divisor) {
    boolean negative = signum() < 0;
    if (negative) negate();
    divide(divisor);
    return negative ? negate() : this;
  }

  /** Divides a magnitude by one and compares the rest to the half of the divisor. */
  private int divide(long divisor) {
    if (divisor == 0) throw new ArithmeticException("a divisor must not be 0, was 0");
    long rest = 0;
    for (int i = top(); i >= 0; i--) {
      long quotient = Exact.divideWide(rest, limbs[i], divisor);
      rest = limbs[i] - quotient * divisor;
      limbs[i] = quotient;
    }
    return Long.compare(rest, divisor - rest);
  }

  /** The same bit by bit; rare, because a quantity seldom exceeds a long. */
  private int divide(Wide signed) {
    var divisor = new Wide().set(signed);
    if (divisor.signum() < 0) divisor.negate();
    var rest = new Wide();
    for (int bit = BITS - 1; bit >= 0; bit--) {
      long mask = 1L << bit;
      rest.times(2).limbs[0] |= limbs[bit >> 6] >>> bit & 1;
      limbs[bit >> 6] &= ~mask;
      if (rest.compareTo(divisor) < 0) continue;
      rest.minus(divisor);
      limbs[bit >> 6] |= mask;
    }
    return rest.times(2).compareTo(divisor);
  }

  public int compareTo(Wide other) {
    int high = Long.compare(limbs[LIMBS - 1], other.limbs[LIMBS - 1]);
    for (int i = LIMBS - 2; i >= 0 && high == 0; i--)
      high = Long.compareUnsigned(limbs[i], other.limbs[i]);
    return high;
  }

  public int signum() {
    if (limbs[LIMBS - 1] < 0) return -1;
    return limbs[top()] == 0 ? 0 : 1;
  }

  /** Whether a long can hold it. */
  public boolean fits() {
    return length() == 1;
  }

  /** Whether 126 bits and a sign can hold it. */
  public boolean fitsTwo() {
    return length() <= 2 && limbs[1] >> 62 == limbs[1] >> 63;
  }

  public long low() {
    return limbs[0];
  }

  /** The 64 bits above the lowest. */
  public long high() {
    return limbs[1];
  }

  /** The number, or the extreme that is nearest to it where a long cannot hold it. */
  public long saturated() {
    if (fits()) return limbs[0];
    return limbs[LIMBS - 1] < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** How many limbs tell it; the others repeat the sign. */
  private int length() {
    int length = LIMBS;
    while (length > 1 && limbs[length - 1] == limbs[length - 2] >> 63)
      length--;
    return length;
  }

  /** Writes no more words than the number needs. */
  public void write(StateWriter out) {
    int length = length();
    out.add(length);
    for (int i = 0; i < length; i++)
      out.add(limbs[i]);
  }

  public void read(StateReader in) {
    int length = in.count();
    if (length < 1 || length > LIMBS)
      throw new IllegalStateException(
          "a wide number must have 1 to %d words, was %d; the state is another's"
              .formatted(LIMBS, length));
    for (int i = 0; i < LIMBS; i++)
      limbs[i] = i < length ? in.word() : limbs[i - 1] >> 63;
  }
}
