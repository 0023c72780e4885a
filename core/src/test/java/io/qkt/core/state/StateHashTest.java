package io.qkt.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StateHashTest {
  @Test
  void value_ofTheSameWords_isTheSame() {
    assertThat(new StateHash().add(1L).add(2.5).add("ab").value())
        .isEqualTo(new StateHash().add(1L).add(2.5).add("ab").value());
  }

  // It is in journals: another value would quarantine every running strategy.
  @Test
  void value_ofKnownWords_isTheGoldenValue() {
    assertThat(new StateHash().add(1L).add(2L).value()).isEqualTo(0x0b66524a7bd36debL);
  }

  @Test
  void value_ofTheSameWordsInAnotherOrder_isAnother() {
    assertThat(new StateHash().add(1L).add(2L).value())
        .isNotEqualTo(new StateHash().add(2L).add(1L).value());
  }

  @Test
  void value_ofTextsThatReadAlikeInARow_isAnother() {
    assertThat(new StateHash().add("ab").add("c").value())
        .isNotEqualTo(new StateHash().add("a").add("bc").value());
  }

  @Test
  void value_ofAnyNaN_isTheSame() {
    double other = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);
    assertThat(new StateHash().add(other).value())
        .isEqualTo(new StateHash().add(Double.NaN).value());
  }
}
