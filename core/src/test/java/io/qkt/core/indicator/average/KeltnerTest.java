package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Bars;
import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;

final class KeltnerTest {
  private static final double[][] SETS = {{1, 2}, {2, 0}, {5, 2.5}, {20, 1.5}};

  @Test
  void keltner_periodThree_givesTheValuesWorkedOutByHand() {
    // Closes 1 2 6 4: the average is 3, then 3.5. True ranges 2, 5, 5 of the last three: 4.
    assertThat(fourth(Keltner.UPPER)).isEqualTo(3.5 + 1.5 * 4);
    assertThat(fourth(Keltner.MIDDLE)).isEqualTo(3.5);
    assertThat(fourth(Keltner.LOWER)).isEqualTo(3.5 - 1.5 * 4);
  }

  @Test
  void keltner_ofAnyBars_isItsDefinition() {
    for (int side = -1; side <= 1; side++) {
      int of = side;
      Definition definition = (bars, args) -> naive(of, bars, args);
      definition.assertHolds(band(side), SETS);
    }
  }

  @Test
  void keltner_flatBars_hasNoWidth() {
    for (int side = -1; side <= 1; side++) {
      var run = new IndicatorRun(band(side), 1, 2);
      run.update(0, 5, 5, 5, 5, 1);
      assertThat(run.update(1, 5, 5, 5, 5, 1)).isEqualTo(5);
    }
  }

  @Test
  void keltner_besideTa4j_agrees() {
    Ta4j.settled(Keltner.UPPER, 20, 2)
        .agrees(series -> new KeltnerChannelUpperIndicator(middle(series), 2, 20));
    Ta4j.settled(Keltner.MIDDLE, 20, 2).agrees(KeltnerTest::middle);
    Ta4j.settled(Keltner.LOWER, 20, 2)
        .agrees(series -> new KeltnerChannelLowerIndicator(middle(series), 2, 20));
  }

  private static KeltnerChannelMiddleIndicator middle(BarSeries series) {
    return new KeltnerChannelMiddleIndicator(new ClosePriceIndicator(series), 20);
  }

  private static Indicator band(int side) {
    return side < 0 ? Keltner.LOWER : side > 0 ? Keltner.UPPER : Keltner.MIDDLE;
  }

  private static double naive(int side, double[][] bars, double... args) {
    int n = (int) args[0];
    double middle = Definition.end(Definition.ema(Definition.column(bars, Bars.CLOSE), n));
    double range = Definition.end(Definition.wilder(Definition.trueRanges(bars), n));
    return middle + side * args[1] * range;
  }

  private static double fourth(Indicator indicator) {
    var run = new IndicatorRun(indicator, 3, 1.5);
    assertThat(run.update(0, 1, 1, 1, 1, 1)).isNaN();
    assertThat(run.update(1, 1, 3, 1, 2, 1)).isNaN();
    assertThat(run.update(2, 3, 7, 3, 6, 1)).isNaN();
    return run.update(3, 5, 6, 1, 4, 1);
  }
}
