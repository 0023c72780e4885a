package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;

final class DemaTest {
  private static final double NONE = Double.NaN;

  @Test
  void dema_periodThree_givesTheValuesWorkedOutByHand() {
    // a = 1/2. e1: 3, 3.5, 5.75, 2.875. e2: (3+3.5+5.75)/3 = 4.0833, then (2.875+4.0833)/2.
    double e2 = 12.25 / 3;
    assertThat(new IndicatorRun(Dema.DEMA, 3).numbers(1, 2, 6, 4, 8, 0))
        .containsExactly(NONE, NONE, NONE, NONE, 11.5 - e2, 5.75 - (2.875 + e2) / 2);
  }

  @Test
  void dema_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> naive(Definition.column(inputs, 0), (int) args[0]);
    definition.assertHolds(Dema.DEMA, Definition.each(1, 2, 7, 20));
  }

  @Test
  void dema_flatInputs_isTheInput() {
    assertThat(new IndicatorRun(Dema.DEMA, 2).numbers(5, 5, 5, 5)).endsWith(5, 5);
  }

  @Test
  void dema_besideTa4j_agreesOnceTheirsIsValid() {
    // They count 2n bars as unstable, ours is defined after 2n - 1 updates, thus at 2n - 2.
    Ta4j.settled(Dema.DEMA, 10).agreesOnCloses(2, close -> new DoubleEMAIndicator(close, 10));
  }

  private static double naive(double[] values, int n) {
    var e1 = Definition.ema(values, n);
    return 2 * Definition.end(e1) - Definition.end(Definition.ema(e1, n));
  }
}
