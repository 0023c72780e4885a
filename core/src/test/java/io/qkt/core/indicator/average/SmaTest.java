package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.SMAIndicator;

final class SmaTest {
  private static final double NONE = Double.NaN;

  @Test
  void sma_periodThree_givesTheValuesWorkedOutByHand() {
    // (1+2+6)/3, (2+6+4)/3, (6+4+8)/3, (4+8+0)/3: two blocks of three
    assertThat(new IndicatorRun(Sma.SMA, 3).numbers(1, 2, 6, 4, 8, 0))
        .containsExactly(NONE, NONE, 3, 4, 6, 4);
  }

  @Test
  void sma_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> Definition
        .last(Definition.column(inputs, 0), (int) args[0])
        .sum() / args[0];
    definition.assertHolds(Sma.SMA, Definition.each(1, 2, 5, 40));
  }

  @Test
  void sma_hugeInputHasLeft_hasLeftNoTrace() {
    var values = new IndicatorRun(Sma.SMA, 4).numbers(1, 1e300, 2, 3, 1, 2, 3, 4, 1);
    assertThat(values).endsWith(2, 2.25, 2.5, 2.5);
  }

  @Test
  void sma_besideTa4j_agrees() {
    Ta4j.beside(Sma.SMA, 20).agreesOnCloses(0, close -> new SMAIndicator(close, 20));
  }
}
