package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.WMAIndicator;

final class WmaTest {
  private static final double NONE = Double.NaN;

  @Test
  void wma_periodThree_givesTheValuesWorkedOutByHand() {
    // (1*1+2*2+3*7)/6 = 26/6; (2+14+15)/6; (7+10+9)/6; (5+6+36)/6
    assertThat(new IndicatorRun(Wma.WMA, 3).numbers(1, 2, 7, 5, 3, 12))
        .containsExactly(NONE, NONE, 26 / 6.0, 31 / 6.0, 26 / 6.0, 47 / 6.0);
  }

  @Test
  void wma_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> naive(Definition.column(inputs, 0), (int) args[0]);
    definition.assertHolds(Wma.WMA, Definition.each(1, 2, 5, 40));
  }

  @Test
  void wma_hugeInputHasLeft_hasLeftNoTrace() {
    var values = new IndicatorRun(Wma.WMA, 3).numbers(1, 1e300, 6, 6, 6, 6, 9);
    assertThat(values).endsWith(6, 6, 7.5);
  }

  @Test
  void wma_besideTa4j_agrees() {
    Ta4j.beside(Wma.WMA, 15).agreesOnCloses(0, close -> new WMAIndicator(close, 15));
  }

  static double naive(double[] values, int n) {
    double[] last = Definition.last(values, n).toArray();
    return IntStream.range(0, last.length).mapToDouble(i -> (i + 1) * last[i]).sum()
        / (n * (n + 1) / 2);
  }
}
