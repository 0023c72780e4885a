package io.qkt.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstrumentTest {
  @ParameterizedTest
  @ValueSource(strings = {"SIM:BTCUSDT", "EXNESS:EURUSDm", "A_1-B:US30.cash", "X:BTC/USD"})
  void parse_ofTheForm_readsBackAsWritten(String text) {
    assertThat(Instrument.parse(text)).hasToString(text);
  }

  @Test
  void parse_splitsAtTheColon() {
    assertThat(Instrument.parse("SIM:BTCUSDT")).isEqualTo(new Instrument("SIM", "BTCUSDT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BTCUSDT", "sim:BTCUSDT", "SIM:", ":BTC", "SIM:A:B", "SIM:A B",
      " SIM:A", "SIM:A\n", "1SIM:A"})
  void parse_ofAnotherForm_saysWhatItMustLookLike(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Instrument.parse(text))
        .withMessage(
            "an instrument must look like SIM:BTCUSDT, was '%s'".formatted(text));
  }

  @Test
  void instrument_ofAnotherForm_isNoInstrument() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Instrument("SIM", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Instrument("SIM:X", "A"));
  }
}
