package io.qkt.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExactTest {

  @ParameterizedTest
  @CsvSource({"0,0", "-0,0", "1,100000000", "+1.5,150000000", "-0.00000001,-1",
      "007.10,710000000",
      "92233720368.54775807,9223372036854775807", "-92233720368.54775808,-9223372036854775808"})
  void parse_aPlainDecimal_isExact(String text, long value) {
    assertThat(Exact.parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "-", ".", "1.", ".5", "--1", "1e5", "1.5E3",
      " 1", "1,5", "0x1",
      "NaN", "1.2.3", "١", "1.23456789e1"})
  void parse_whatIsNoPlainDecimal_isRefusedWithTheText(String text) {
    assertThatThrownBy(() -> Exact.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a number must be a plain decimal like -12.5, was '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.123456789", "1.000000000",
      "99999999999.0000000000000000000000"})
  void parse_moreThanEightDecimals_isRefused(String text) {
    assertThatThrownBy(() -> Exact.parse(text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 8 decimals, was '" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"92233720368.54775808", "-92233720368.54775809",
      "92233720369",
      "100000000000000000000"})
  void parse_outsideTheRange_overflowsWithTheText(String text) {
    assertThatThrownBy(() -> Exact.parse(text)).isInstanceOf(ExactOverflow.class)
        .hasMessageContaining("was '" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "100000000,1", "-1,-0.00000001", "150000000,1.5",
      "-50000000,-0.5",
      "1000000000,10", "9223372036854775807,92233720368.54775807",
      "-9223372036854775808,-92233720368.54775808"})
  void text_ofAnyValue_isTheShortestPlainDecimal(long value, String text) {
    assertThat(Exact.text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.000000005,0.00000001", "-0.000000005,-0.00000001", "0.1,0.1",
      "1e-300,0",
      "4.9e-324,0", "-0.0,0", "123456.78,123456.78", "0.00390625,0.00390625",
      "1.52587890625e-5,0.00001526"})
  void ofDouble_ofADouble_isTheNearest(double value, String text) {
    assertThat(Exact.text(Exact.ofDouble(value))).isEqualTo(text);
  }

  @Test
  void ofDouble_onATie_goesAwayFromZero() {
    // 2^-9 = 0.001953125 has nine decimals, so it lies exactly between two exact numbers.
    assertThat(Exact.ofDouble(0x1p-9)).isEqualTo(195313);
    assertThat(Exact.ofDouble(-0x1p-9)).isEqualTo(-195313);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY})
  void ofDouble_ofWhatIsNotFinite_isRefused(double value) {
    assertThatThrownBy(() -> Exact.ofDouble(value)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a number must be finite, was " + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {92233720368.5478, -92233720368.5478, 1e11, 2e11, 1e15,
      1e16, -1e300,
      Double.MAX_VALUE})
  void ofDouble_outsideTheRange_overflows(double value) {
    assertThatThrownBy(() -> Exact.ofDouble(value)).isInstanceOf(ExactOverflow.class)
        .hasMessageContaining("was " + value);
  }

  @ParameterizedTest
  @CsvSource({"0.00000001,0.5,0", "0.00000003,0.5,0.00000002",
      "-0.00000001,0.5,0",
      "-0.00000003,0.5,-0.00000002", "30000,0.1,3000",
      "92233720368.54775807,1,92233720368.54775807",
      "-92233720368.54775808,1,-92233720368.54775808",
      "-46116860184.27387904,2,-92233720368.54775808"})
  void times_onATie_goesToTheEvenNeighbour(String a, String b, String product) {
    assertThat(Exact.text(Exact.times(Exact.parse(a), Exact.parse(b)))).isEqualTo(product);
  }

  @Test
  void times_beyondTheRange_namesBothFactors() {
    assertThatThrownBy(() -> Exact.times(Exact.parse("500000"), Exact.parse("-200000.5")))
        .isInstanceOf(ExactOverflow.class)
        .hasMessageContaining("was 500000 * -200000.5;");
  }

  @Test
  void over_zero_isRefused() {
    assertThatThrownBy(() -> Exact.over(Exact.ONE, 0)).isInstanceOf(ArithmeticException.class)
        .isNotInstanceOf(ExactOverflow.class)
        .hasMessage("a divisor must not be 0, was 0 under 1");
  }

  @ParameterizedTest
  @CsvSource({"1.2345,0.01,1.23,1.23", "1.235,0.01,1.23,1.24",
      "1.225,0.01,1.22,1.22",
      "-1.235,0.01,-1.24,-1.24", "-1.225,0.01,-1.23,-1.22", "7,2.5,5,7.5", "5,5,5,5"})
  void step_ofAValue_floorsAndRoundsHalfEven(String value, String step, String floor,
      String round) {
    long v = Exact.parse(value);
    long s = Exact.parse(step);
    assertThat(Exact.floorToStep(v, s)).isEqualTo(Exact.parse(floor));
    assertThat(Exact.roundToStep(v, s)).isEqualTo(Exact.parse(round));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void step_notAboveZero_isRefused(long step) {
    assertThatThrownBy(() -> Exact.floorToStep(1, step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a step must be above 0, was " + Exact.text(step));
    assertThatThrownBy(() -> Exact.roundToStep(1, step))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
