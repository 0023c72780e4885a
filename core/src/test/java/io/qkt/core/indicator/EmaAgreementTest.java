package io.qkt.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.EMAIndicator;

final class EmaAgreementTest {
  @Test
  void ema_asAnIndicator_isTheAverageOfTheStaticFunctions() {
    assertThat(new IndicatorRun(Ema.EMA, 3).numbers(1, 2, Double.NaN, 6, 4, 8))
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, 3, 3.5, 5.75);
  }

  @Test
  void ema_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> Definition
        .end(Definition.ema(Definition.column(inputs, 0), (int) args[0]));
    definition.assertHolds(Ema.EMA, Definition.each(1, 2, 7, 30));
  }

  @Test
  void ema_besideTa4j_agreesFromOneBarLater() {
    // Theirs does not show the value that its seed is made of.
    Ta4j.settled(Ema.EMA, 12).agreesOnCloses(1, close -> new EMAIndicator(close, 12));
  }
}
