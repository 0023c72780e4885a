package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

final class BollingerTest {
  private static final double[][] SETS = {{1, 2}, {2, 0}, {5, 2.5}, {20, 2}, {40, 1}};

  @Test
  void bollinger_fourInputs_givesTheValuesWorkedOutByHand() {
    // 2 4 4 6: mean 4, squares 4+0+0+4 over 4: sqrt(2). 4 4 6 10: mean 6, (4+4+0+16)/4: sqrt(6).
    assertEnd(Bollinger.UPPER, 4 + 2 * Math.sqrt(2), 6 + 2 * Math.sqrt(6));
    assertEnd(Bollinger.MIDDLE, 4, 6);
    assertEnd(Bollinger.LOWER, 4 - 2 * Math.sqrt(2), 6 - 2 * Math.sqrt(6));
  }

  @Test
  void bollinger_ofAnyInputs_isItsDefinition() {
    for (int side = -1; side <= 1; side++) {
      int of = side;
      Definition definition = (inputs, args) -> naive(of, inputs, args);
      definition.assertHolds(band(side), SETS);
    }
  }

  @Test
  void bollinger_flatInputs_hasNoWidthAtAll() {
    for (int side = -1; side <= 1; side++)
      assertThat(new IndicatorRun(band(side), 3, 2).numbers(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))
          .endsWith(0.1, 0.1, 0.1, 0.1, 0.1);
  }

  @Test
  void bollinger_narrowBandOnAHighLevel_keepsItsDigits() {
    double level = 1L << 40;
    var values = new IndicatorRun(Bollinger.UPPER, 2, 1).numbers(level, level + 1, level);
    // The deviation of 0 and 1 is 1/2, as is their mean.
    assertThat(values).endsWith(level + 1, level + 1);
  }

  @Test
  void bollinger_hugeInputHasLeft_hasLeftNoTrace() {
    var values = new IndicatorRun(Bollinger.LOWER, 2, 1).numbers(1, 1e150, 3, 3, 5);
    assertThat(values).endsWith(3, 3);
  }

  @Test
  void bollinger_besideTa4j_agrees() {
    // Their deviation here is one of our own making: theirs is of a sample, ours of a population.
    Ta4j.beside(Bollinger.UPPER, 20, 2)
        .agreesOnCloses(0,
            close -> new BollingerBandsUpperIndicator(middle(close), new Deviation(close, 20)));
    Ta4j.beside(Bollinger.MIDDLE, 20, 2).agreesOnCloses(0, BollingerTest::middle);
    Ta4j.beside(Bollinger.LOWER, 20, 2)
        .agreesOnCloses(0,
            close -> new BollingerBandsLowerIndicator(middle(close), new Deviation(close, 20)));
  }

  private static BollingerBandsMiddleIndicator middle(ClosePriceIndicator close) {
    return new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
  }

  private static Indicator band(int side) {
    return side < 0 ? Bollinger.LOWER : side > 0 ? Bollinger.UPPER : Bollinger.MIDDLE;
  }

  private static double naive(int side, double[][] inputs, double... args) {
    var values = Definition.column(inputs, 0);
    int n = (int) args[0];
    double mean = Definition.last(values, n).sum() / n;
    double squares = Definition.last(values, n).map(x -> (x - mean) * (x - mean)).sum();
    return mean + side * args[1] * Math.sqrt(squares / n);
  }

  private static void assertEnd(Indicator indicator, double... end) {
    var values = new IndicatorRun(indicator, 4, 2).numbers(2, 4, 4, 6, 10);
    assertThat(Arrays.copyOf(values, 3)).containsOnly(Double.NaN);
    assertThat(Arrays.copyOfRange(values, 3, 5)).containsExactly(end, within(1e-14));
  }
}
