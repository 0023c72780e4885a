package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.market.InstrumentSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PositionSizingTest {
  private static final InstrumentSpec CENTI = InstrumentSpec.plain(ONE, parse("0.01"), 0);

  @Test
  void percentOfEquity_goldenRow_buys45_45AndMore() {
    long amount = PositionSizing.percent(parse("50"), parse("10000")).orElseThrow();
    assertThat(amount).isEqualTo(parse("5000"));
    assertThat(PositionSizing.byNotional(amount, parse("110"), ONE, CENTI))
        .hasValue(parse("45.45454545"));
  }

  @Test
  void amount_goldenRow_buys9_09AndMore() {
    assertThat(PositionSizing.byNotional(parse("1000"), parse("110"), ONE, CENTI))
        .hasValue(parse("9.09090909"));
  }

  @Test
  void percentRisk_goldenRow_buys2_50() {
    long amount = PositionSizing.percent(parse("1"), parse("10000")).orElseThrow();
    assertThat(PositionSizing.byRisk(amount, parse("40"), ONE, CENTI)).hasValue(parse("2.5"));
  }

  @Test
  void amountRisk_goldenRow_buys25() {
    assertThat(PositionSizing.byRisk(parse("100"), parse("4"), ONE, CENTI)).hasValue(parse("25"));
  }

  @Test
  void fraction_ofABase_isCutOff() {
    assertThat(PositionSizing.fraction(parse("0.01"), parse("10000"))).hasValue(parse("100"));
    assertThat(PositionSizing.fraction(1, parse("0.99999999"))).hasValue(0);
    assertThat(PositionSizing.percent(1, -1)).hasValue(0);
  }

  @Test
  void contractSizeAndRate_divideTheQuantity() {
    var lots = InstrumentSpec.plain(parse("100000"), parse("0.01"), 0);
    assertThat(PositionSizing.byNotional(parse("11000"), parse("1.1"), ONE, lots))
        .hasValue(parse("0.1"));
    assertThat(PositionSizing.byNotional(parse("11000"), parse("1.1"), parse("0.5"), lots))
        .hasValue(parse("0.2"));
  }

  @Test
  void nothingLeft_isZero() {
    assertThat(PositionSizing.byNotional(1, parse("110"), ONE, CENTI)).hasValue(0);
    assertThat(PositionSizing.byNotional(0, parse("110"), ONE, CENTI)).hasValue(0);
    assertThat(PositionSizing.byRisk(-5, parse("110"), ONE, CENTI)).hasValue(0);
  }

  @Test
  void missingInput_isEmpty() {
    assertThat(PositionSizing.byNotional(ONE, 0, ONE, CENTI)).isEmpty();
    assertThat(PositionSizing.byNotional(ONE, ONE, 0, CENTI)).isEmpty();
    assertThat(PositionSizing.byRisk(ONE, -1, ONE, CENTI)).isEmpty();
    assertThat(PositionSizing.byRisk(ONE, ONE, ONE, InstrumentSpec.plain(0, 0, 0))).isEmpty();
  }

  @Test
  void quantityBeyondALong_isEmpty() {
    assertThat(PositionSizing.byNotional(parse("1000"), 1, ONE, CENTI)).isEmpty();
    assertThat(PositionSizing.percent(Long.MAX_VALUE, Long.MAX_VALUE)).isEmpty();
    assertThat(PositionSizing.fraction(Long.MAX_VALUE, Long.MIN_VALUE)).isEmpty();
  }

  @Test
  void anyInput_agreesWithBigInteger() {
    var cases = new Cases(7);
    for (int i = 0; i < 20_000; i++) {
      long amount = positive(cases);
      long price = positive(cases);
      long rate = positive(cases);
      long contract = positive(cases);
      var exact = BigInteger.valueOf(amount)
          .multiply(BigInteger.TEN.pow(24))
          .divide(
              big(price).multiply(big(rate)).multiply(big(contract)));
      var expected = exact.bitLength() < 64
          ? OptionalLong.of(exact.longValue())
          : OptionalLong.empty();
      var spec = InstrumentSpec.plain(contract, 0, 0);
      assertThat(PositionSizing.byNotional(amount, price, rate, spec)).isEqualTo(expected);
      assertThat(PositionSizing.byRisk(amount, price, rate, spec)).isEqualTo(expected);
    }
  }

  @Test
  void anyPercent_agreesWithBigDecimal() {
    var cases = new Cases(8);
    for (int i = 0; i < 20_000; i++) {
      long percent = cases.anyLong();
      long base = cases.anyLong();
      var exact = new BigDecimal(big(percent).multiply(big(base)), 10).toBigInteger();
      assertThat(PositionSizing.percent(percent, base)).isEqualTo(exact.bitLength() < 64
          ? OptionalLong.of(exact.longValue())
          : OptionalLong.empty());
    }
  }

  private static long positive(Cases cases) {
    return Math.max(1, cases.anyLong() & Long.MAX_VALUE);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
