package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeframeTest {
  @ParameterizedTest
  @CsvSource({"1s, 1000000, 1s", "90s, 90000000, 90s", "60s, 60000000, 1m", "5m, 300000000, 5m",
      "4h, 14400000000, 4h", "24h, 86400000000, 1d", "1d, 86400000000, 1d"})
  void parse_ofTheForm_isSoLongAndReadsShortest(String text, long micros, String shortest) {
    assertThat(Timeframe.parse(text).micros()).isEqualTo(micros);
    assertThat(Timeframe.parse(text)).hasToString(shortest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "0m", "05m", "5M", "1w", "-1m", "1.5m", "5 m", "100000s"})
  void parse_ofAnotherForm_saysWhatItMustLookLike(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.parse(text))
        .withMessage(
            "a timeframe must look like 1s, 5m, 4h or 1d, was '%s'".formatted(text));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1_000_000, 999_999, 1_500_000})
  void timeframe_ofNoWholeSeconds_isNone(long micros) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Timeframe(micros))
        .withMessageContaining("was " + micros);
  }

  @Test
  void floor_isTheOpenTimeOnAGridFromTheEpoch() {
    var minute = Timeframe.parse("1m");
    assertThat(minute.floor(0)).isZero();
    assertThat(minute.floor(59_999_999)).isZero();
    assertThat(minute.floor(60_000_000)).isEqualTo(60_000_000);
    assertThat(minute.floor(-1)).isEqualTo(-60_000_000);
  }
}
