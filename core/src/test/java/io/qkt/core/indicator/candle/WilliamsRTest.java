package io.qkt.core.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Bars;
import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.WilliamsRIndicator;

final class WilliamsRTest {
  @Test
  void williamsR_periodTwo_givesTheValuesWorkedOutByHand() {
    var run = new IndicatorRun(WilliamsR.WILLIAMS_R, 2);
    assertThat(run.update(0, 5, 99, 1, 5, 1)).isNaN();
    assertThat(run.update(1, 5, 9, 4, 8, 1)).isEqualTo(-100 * (99 - 8) / 98.0);
    // From 4 to 12 over the last two; 12 - 10 = 2 of 8.
    assertThat(run.update(2, 8, 12, 6, 10, 1)).isEqualTo(-25);
    assertThat(run.update(3, 8, 14, 6, 14, 1)).isZero();
    assertThat(run.update(4, 8, 9, 2, 2, 1)).isEqualTo(-100);
  }

  @Test
  void williamsR_ofAnyBars_isItsDefinition() {
    Definition definition = (bars, args) -> naive(bars, (int) args[0]);
    definition.assertHolds(WilliamsR.WILLIAMS_R, Definition.each(1, 2, 5, 14, 30));
  }

  @Test
  void williamsR_flatRange_isAtTheBottom() {
    assertThat(new IndicatorRun(WilliamsR.WILLIAMS_R, 1).update(0, 5, 5, 5, 5, 1)).isEqualTo(-100);
  }

  @Test
  void williamsR_besideTa4j_agrees() {
    Ta4j.beside(WilliamsR.WILLIAMS_R, 14).agrees(series -> new WilliamsRIndicator(series, 14));
  }

  private static double naive(double[][] bars, int n) {
    double high = Definition.last(Definition.column(bars, 1), n).max().orElseThrow();
    double low = Definition.last(Definition.column(bars, 2), n).min().orElseThrow();
    double close = bars[bars.length - 1][Bars.CLOSE];
    return high == low ? -100 : -100 * (high - close) / (high - low);
  }
}
