package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.averages.HMAIndicator;

final class HmaTest {
  @Test
  void hma_periodFour_givesTheValuesWorkedOutByHand() {
    // At 8: 2 * (4+16)/3 - (1+4+12+32)/10 = 13.3333 - 4.9; at 2: 2 * (8+4)/3 - (2+8+24+8)/10 = 3.8.
    // Of these the wma(2): (8.4333 + 2 * 3.8) / 3.
    var values = new IndicatorRun(Hma.HMA, 4).numbers(1, 2, 4, 8, 2);
    assertThat(Arrays.copyOf(values, 4)).containsOnly(Double.NaN);
    assertThat(values[4]).isEqualTo((40 / 3.0 - 4.9 + 7.6) / 3, within(1e-14));
  }

  @Test
  void hma_rootBetweenWholeNumbers_isRounded() {
    // sqrt(7) is 2.65, so the last average is over 3; sqrt(6) is 2.45, so over 2.
    assertThat(Hma.HMA.warmUp(7)).isEqualTo(9);
    assertThat(Hma.HMA.warmUp(6)).isEqualTo(7);
  }

  @Test
  void hma_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> naive(Definition.column(inputs, 0), (int) args[0]);
    definition.assertHolds(Hma.HMA, Definition.each(2, 3, 4, 7, 20));
  }

  @Test
  void hma_flatInputs_isTheInput() {
    assertThat(new IndicatorRun(Hma.HMA, 4).numbers(5, 5, 5, 5, 5)).endsWith(5);
  }

  @Test
  void hma_besideTa4jWhereTheRootIsNotRoundedUp_agrees() {
    // They cut the root off where ours is rounded, as the language has it.
    Ta4j.beside(Hma.HMA, 16).agreesOnCloses(0, close -> new HMAIndicator(close, 16));
    Ta4j.beside(Hma.HMA, 20).agreesOnCloses(0, close -> new HMAIndicator(close, 20));
  }

  private static double naive(double[] values, int n) {
    int root = (int) Math.round(Math.sqrt(n));
    double[] steep = IntStream.rangeClosed(values.length - root + 1, values.length)
        .filter(end -> end > 0)
        .mapToObj(end -> Arrays.copyOf(values, end))
        .mapToDouble(past -> 2 * WmaTest.naive(past, n / 2) - WmaTest.naive(past, n))
        .toArray();
    return WmaTest.naive(steep, root);
  }
}
