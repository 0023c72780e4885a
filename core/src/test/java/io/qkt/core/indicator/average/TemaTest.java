package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;

final class TemaTest {
  @Test
  void tema_periodTwo_givesTheValuesWorkedOutByHand() {
    // a = 2/3. e1 from the 2nd input: 2, 4, 2, 4. e2 from the 3rd: 3, 7/3, 31/9.
    // e3 from the 4th: 8/3, then 2/3 * 31/9 + 1/3 * 8/3 = 86/27.
    var values = new IndicatorRun(Tema.TEMA, 2).numbers(1, 3, 5, 1, 5);
    assertThat(values).startsWith(Double.NaN, Double.NaN, Double.NaN);
    assertThat(values[3]).isEqualTo(3 * 2 - 7 + 8 / 3.0, within(1e-14));
    assertThat(values[4]).isEqualTo(3 * 4 - 31 / 3.0 + 86 / 27.0, within(1e-14));
  }

  @Test
  void tema_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> naive(Definition.column(inputs, 0), (int) args[0]);
    definition.assertHolds(Tema.TEMA, Definition.each(1, 2, 7, 20));
  }

  @Test
  void tema_flatInputs_isTheInput() {
    assertThat(new IndicatorRun(Tema.TEMA, 2).numbers(5, 5, 5, 5, 5)).endsWith(5, 5);
  }

  @Test
  void tema_besideTa4j_agreesOnceTheirsIsValid() {
    // They count 3n bars as unstable, ours is defined after 3n - 2 updates, thus at 3n - 3.
    Ta4j.settled(Tema.TEMA, 10).agreesOnCloses(3, close -> new TripleEMAIndicator(close, 10));
  }

  private static double naive(double[] values, int n) {
    var e1 = Definition.ema(values, n);
    var e2 = Definition.ema(e1, n);
    var e3 = Definition.ema(e2, n);
    return 3 * Definition.end(e1) - 3 * Definition.end(e2) + Definition.end(e3);
  }
}
