package io.qkt.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;

/** Every operation against BigDecimal, over values of every size and the extremes. */
final class ExactPropertyTest {
  private static final int CASES = 100_000;
  private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE, 8);
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE, 8);
  /** Enough digits for any quotient to be told from a tie. */
  private static final MathContext WIDE = new MathContext(80);

  private final Cases cases = new Cases(20_260_101);

  @Test
  void text_andParse_agreeWithBigDecimal() {
    for (int i = 0; i < CASES; i++) {
      long value = cases.anyLong();
      var plain = decimal(value).stripTrailingZeros().toPlainString();
      assertThat(Exact.text(value)).isEqualTo(plain);
      assertThat(Exact.parse(plain)).isEqualTo(value);
      assertThat(Exact.parse(decimal(value).toPlainString())).isEqualTo(value);
    }
  }

  @Test
  void timesMinus_ofAnyValues_isTheNearest() {
    for (int i = 0; i < CASES; i++) {
      long a = cases.anyLong();
      long b = cases.anyLong();
      // Half of the time next to the product, with a tie now and then.
      boolean near = cases.oneIn(2) && Math.abs(Math.multiplyHigh(a, b)) < 1L << 61;
      long high = near ? Math.multiplyHigh(a, b) : cases.anyLong() >> 1;
      long low = near ? a * b + cases.between(-3, 4) * 50_000_000 : cases.anyLong();
      var wide = BigInteger.valueOf(high)
          .shiftLeft(64)
          .add(new BigInteger(Long.toUnsignedString(low)));
      var exact = decimal(a).multiply(decimal(b))
          .subtract(new BigDecimal(wide, 16))
          .setScale(8, RoundingMode.HALF_EVEN)
          .max(MIN)
          .min(MAX);
      assertThat(decimal(Exact.timesMinus(a, b, high, low))).as("%d * %d - %s", a, b, wide)
          .isEqualTo(exact);
    }
  }

  @Test
  void toDouble_ofAnyValue_isCorrectlyRounded() {
    for (int i = 0; i < CASES; i++) {
      long value = cases.anyLong();
      assertThat(Exact.toDouble(value)).as("%d", value).isEqualTo(decimal(value).doubleValue());
    }
  }

  @Test
  void toDouble_nextToAHalfWay_isCorrectlyRounded() {
    for (int i = 0; i < CASES; i++) {
      double low = cases.between(1L << 53, Long.MAX_VALUE) / 1e8;
      var halfWay = new BigDecimal(low).add(new BigDecimal(Math.nextUp(low)))
          .divide(BigDecimal.TWO);
      long value = halfWay.setScale(8, RoundingMode.FLOOR).unscaledValue().longValueExact();
      for (long near = value - 1; near <= value + 2; near++)
        assertThat(Exact.toDouble(near)).as("%d", near).isEqualTo(decimal(near).doubleValue());
    }
  }

  @Test
  void ofDouble_ofAnyDouble_isTheNearest() {
    for (int i = 0; i < CASES; i++) {
      double value = Double.longBitsToDouble(cases.bits());
      checkOfDouble(value);
      checkOfDouble(Math.scalb(value, -Math.getExponent(value) + (int) cases.between(-60, 45)));
      checkOfDouble(Exact.toDouble(cases.anyLong()));
      // Multiples of 2^-9 have nine decimals: half of them are ties.
      checkOfDouble(Math.scalb((double) cases.between(-1L << 40, 1L << 40), -9));
    }
  }

  private static void checkOfDouble(double value) {
    if (Double.isFinite(value)) {
      var expected = new BigDecimal(value).setScale(8, RoundingMode.HALF_UP);
      check(expected, (a, b) -> Exact.ofDouble(value), 0, 0, Double.toString(value));
    }
  }

  @Test
  void times_ofAnyPair_isTheProductHalfEven() {
    for (int i = 0; i < CASES; i++) {
      long a = cases.anyLong();
      long b = i % 2 == 0 ? cases.anyLong() : nearLimit(a);
      check(decimal(a).multiply(decimal(b)), Exact::times, a, b, "times");
    }
  }

  /** A factor that brings the product next to 2^63, in either direction. */
  private long nearLimit(long a) {
    long divisor = Math.max(1, Math.abs(a));
    var factor = MAX.divide(decimal(divisor), 8, RoundingMode.DOWN).min(MAX);
    long near = factor.unscaledValue().longValueExact();
    return (cases.oneIn(2) ? near : -near) + cases.between(-1, 2);
  }

  @Test
  void times_onTies_goesToTheEvenNeighbour() {
    for (int i = 0; i < CASES; i++) {
      long a = cases.between(-1L << 62, 1L << 62) | 1;
      check(decimal(a).multiply(new BigDecimal("0.5")), Exact::times, a, Exact.ONE / 2, "times");
    }
  }

  @Test
  void over_ofAnyPair_isTheQuotientHalfEven() {
    for (int i = 0; i < CASES; i++) {
      long a = cases.anyLong();
      long b = cases.anyLong();
      if (b != 0)
        check(decimal(a).divide(decimal(b), WIDE), Exact::over, a, b, "over");
    }
  }

  @Test
  void over_onTiesAndNextToThem_isHalfEven() {
    for (int i = 0; i < CASES; i++) {
      // k * m over 2 * m at scale 0 is a tie for every odd k.
      long m = cases.between(1, 1L << 35);
      long b = 2 * Exact.ONE * m * (cases.oneIn(2) ? 1 : -1);
      long a = cases.between(-1L << 27, 1L << 27) * m + (cases.oneIn(3) ? cases.between(-1, 2) : 0);
      check(decimal(a).divide(decimal(b), WIDE), Exact::over, a, b, "over");
    }
  }

  @Test
  void timesAndOver_nextToTwoToThe64_overflow() {
    var limit = BigDecimal.TWO.pow(64);
    for (int i = 0; i < CASES; i++) {
      long factor = cases.between(2 * Exact.ONE, 3 * Exact.ONE);
      long other = limit.movePointRight(8)
          .divideToIntegralValue(new BigDecimal(factor))
          .longValue();
      check(decimal(factor).multiply(decimal(other)), Exact::times, factor, other, "times");
      long divisor = cases.between(3, Exact.ONE / 2);
      long dividend = limit.multiply(new BigDecimal(divisor)).movePointLeft(8).longValue();
      check(decimal(dividend).divide(decimal(divisor), WIDE), Exact::over, dividend, divisor,
          "over");
    }
  }

  @Test
  void plusAndMinus_ofAnyPair_areExactOrOverflow() {
    for (int i = 0; i < CASES; i++) {
      long a = cases.anyLong();
      long b = cases.anyLong();
      check(decimal(a).add(decimal(b)), Exact::plus, a, b, "plus");
      check(decimal(a).subtract(decimal(b)), Exact::minus, a, b, "minus");
    }
  }

  @Test
  void steps_ofAnyPair_areTheMultiplesBelowAndNearest() {
    for (int i = 0; i < CASES; i++) {
      long value = cases.anyLong();
      long step = Math.max(1, Math.abs(cases.anyLong() + 1));
      if (cases.oneIn(4))
        value = step / 2 * cases.between(-9, 10);
      checkStep(value, step, RoundingMode.FLOOR, Exact::floorToStep);
      checkStep(value, step, RoundingMode.HALF_EVEN, Exact::roundToStep);
    }
  }

  private static void checkStep(long value, long step, RoundingMode mode,
      LongBinaryOperator operation) {
    var multiple = new BigDecimal(value).divide(new BigDecimal(step), WIDE).setScale(0, mode);
    var expected = multiple.multiply(decimal(step));
    check(expected, operation, value, step, mode.name());
  }

  private static void check(BigDecimal exact, LongBinaryOperator operation, long a, long b,
      String what) {
    var expected = exact.setScale(8, RoundingMode.HALF_EVEN);
    boolean fits = expected.compareTo(MIN) >= 0 && expected.compareTo(MAX) <= 0;
    try {
      long actual = operation.applyAsLong(a, b);
      assertThat(decimal(actual)).as("%s of %d and %d", what, a, b).isEqualTo(expected);
    } catch (ExactOverflow overflow) {
      assertThat(fits).as("%s of %d and %d fits, but: %s", what, a, b, overflow).isFalse();
    }
  }

  private static BigDecimal decimal(long value) {
    return BigDecimal.valueOf(value, 8);
  }
}
