package io.qkt.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.Cases;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Every operation against BigInteger, over numbers of every size. */
final class WidePropertyTest {
  private static final int CASES = 20_000;
  private final Cases cases = new Cases(20_260_202);

  @Test
  void sums_andDifferences_agreeWithBigInteger() {
    for (int i = 0; i < CASES; i++) {
      var a = any(4);
      var b = any(4);
      long c = cases.anyLong();
      assertThat(big(wide(a).plus(wide(b)))).isEqualTo(a.add(b));
      assertThat(big(wide(a).minus(wide(b)))).isEqualTo(a.subtract(b));
      assertThat(big(wide(a).plus(c))).isEqualTo(a.add(BigInteger.valueOf(c)));
      assertThat(big(wide(a).negate())).isEqualTo(a.negate());
    }
  }

  @Test
  void sums_whoseCarryRunsThrough_agreeWithBigInteger() {
    for (int bits = 0; bits < 380; bits++) {
      var power = BigInteger.TWO.pow(bits);
      for (int near = -2; near <= 2; near++) {
        var a = power.add(BigInteger.valueOf(near));
        assertThat(big(wide(a).plus(-3))).isEqualTo(a.subtract(BigInteger.valueOf(3)));
        assertThat(big(wide(a.negate()).plus(3))).isEqualTo(BigInteger.valueOf(3).subtract(a));
        assertThat(big(wide(a).minus(wide(power)))).isEqualTo(BigInteger.valueOf(near));
        assertThat(big(wide(a).plus(wide(power.negate())))).isEqualTo(BigInteger.valueOf(near));
      }
    }
  }

  @Test
  void times_anyLong_agreesWithBigInteger() {
    for (int i = 0; i < CASES; i++) {
      var a = any(4);
      long b = cases.anyLong();
      assertThat(big(wide(a).times(b))).isEqualTo(a.multiply(BigInteger.valueOf(b)));
    }
  }

  @Test
  void rounded_anyNumber_agreesWithBigDecimal() {
    for (int i = 0; i < CASES; i++) {
      int times = (int) cases.between(0, 5);
      var a = nearATie(any(4), BigInteger.TEN.pow(8 * times));
      var rounded = new BigDecimal(a, 8 * times).setScale(0, RoundingMode.HALF_EVEN);
      assertThat(big(wide(a).rounded(times))).isEqualTo(rounded.toBigInteger());
    }
  }

  @Test
  void over_anyNumber_agreesWithBigDecimal() {
    for (int i = 0; i < CASES; i++) {
      var b = any(i % 8 == 0 ? 3 : 1);
      if (b.signum() == 0) continue;
      var a = nearATie(any(4), b);
      var quotient = new BigDecimal(a).divide(new BigDecimal(b), 0, RoundingMode.HALF_EVEN);
      assertThat(big(wide(a).over(wide(b)))).as("%s / %s", a, b)
          .isEqualTo(quotient.toBigInteger());
    }
  }

  @Test
  void wholeOver_anyDivisorAboveZero_cutsTheFraction() {
    for (int i = 0; i < CASES; i++) {
      long b = cases.anyLong() & Long.MAX_VALUE;
      if (b == 0) continue;
      var a = any(5);
      assertThat(big(wide(a).wholeOver(b))).isEqualTo(a.divide(BigInteger.valueOf(b)));
    }
  }

  @Test
  void over_zero_throws() {
    assertThatThrownBy(() -> new Wide().set(1).over(new Wide()))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("must not be 0");
  }

  @Test
  void comparison_andReading_agreeWithBigInteger() {
    for (int i = 0; i < CASES; i++) {
      var a = any((int) cases.between(1, 6));
      var b = cases.oneIn(4) ? a : any((int) cases.between(1, 6));
      assertThat(Integer.signum(wide(a).compareTo(wide(b)))).isEqualTo(a.compareTo(b));
      assertThat(wide(a).signum()).isEqualTo(a.signum());
      assertThat(wide(a).fits()).isEqualTo(a.bitLength() < 64);
      assertThat(wide(a).saturated()).isEqualTo(clamped(a));
      assertThat(wide(a).fitsTwo()).isEqualTo(a.bitLength() <= 126);
      assertThat(wide(a).low()).isEqualTo(a.longValue());
      assertThat(wide(a).high()).isEqualTo(a.shiftRight(64).longValue());
    }
  }

  @Test
  void saturatedSum_anyLongs_isTheNearest() {
    for (int i = 0; i < CASES; i++) {
      long a = cases.anyLong();
      long b = cases.anyLong();
      assertThat(Wide.saturatedSum(a, b))
          .isEqualTo(clamped(BigInteger.valueOf(a).add(BigInteger.valueOf(b))));
    }
  }

  @Test
  void read_afterWrite_isTheSameNumber() {
    for (int i = 0; i < CASES; i++) {
      var a = any((int) cases.between(1, 6));
      var words = new Words();
      wide(a).write(words);
      var in = new StateReader(words.toArray());
      var read = new Wide().set(-5);
      read.read(in);
      assertThat(big(read)).isEqualTo(a);
      assertThat(in.isAtEnd()).isTrue();
    }
  }

  @Test
  void read_anotherState_isRefused() {
    assertThatThrownBy(() -> new Wide().read(new StateReader(new long[]{7, 0})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was 7");
  }

  private static long clamped(BigInteger value) {
    if (value.bitLength() < 64) return value.longValue();
    return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private BigInteger nearATie(BigInteger value, BigInteger divisor) {
    if (!cases.oneIn(3)) return value;
    return value.divide(divisor)
        .multiply(divisor)
        .add(divisor.shiftRight(1))
        .add(BigInteger.valueOf(cases.between(-1, 2)));
  }

  /** Of up to so many longs, each of any size. */
  private BigInteger any(int longs) {
    var value = BigInteger.valueOf(cases.anyLong());
    for (long left = cases.between(0, longs); left > 0; left--)
      value = value.shiftLeft(64).add(BigInteger.valueOf(cases.anyLong()));
    return value;
  }

  private static Wide wide(BigInteger value) {
    var words = new long[7];
    words[0] = 6;
    for (int i = 0; i < 6; i++)
      words[i + 1] = value.shiftRight(64 * i).longValue();
    var wide = new Wide();
    wide.read(new StateReader(words));
    return wide;
  }

  private static BigInteger big(Wide value) {
    var words = new Words();
    value.write(words);
    long[] limbs = words.toArray();
    var big = BigInteger.valueOf(limbs[limbs.length - 1]);
    for (int i = limbs.length - 2; i > 0; i--)
      big = big.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(limbs[i])));
    return big;
  }
}
