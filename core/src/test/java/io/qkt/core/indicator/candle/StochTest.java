package io.qkt.core.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Bars;
import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.StochasticOscillatorDIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;

final class StochTest {
  private static final double[][] SETS = {{1, 1}, {1, 3}, {2, 1}, {5, 3}, {14, 3}};

  @Test
  void stoch_smallPeriods_givesTheValuesWorkedOutByHand() {
    var k = new IndicatorRun(Stoch.K, 2, 2);
    var d = new IndicatorRun(Stoch.D, 2, 2);
    double[][] bars = {{5, 12, 4, 5}, {5, 11, 6, 8}, {8, 10, 6, 7}, {7, 15, 5, 10}};
    assertThat(k.update(0, bars[0])).isNaN();
    assertThat(d.update(0, bars[0])).isNaN();
    // The place of 8 in 4 to 12 is 50, but there is no mean of two places yet.
    assertThat(k.update(1, bars[1])).isNaN();
    assertThat(d.update(1, bars[1])).isNaN();
    // 7 in 6 to 11 is 20; the mean of 50 and 20.
    assertThat(k.update(2, bars[2])).isEqualTo(20);
    assertThat(d.update(2, bars[2])).isEqualTo(35);
    // 10 in 5 to 15 is 50.
    assertThat(k.update(3, bars[3])).isEqualTo(50);
    assertThat(d.update(3, bars[3])).isEqualTo(35);
  }

  @Test
  void stoch_ofAnyBars_isItsDefinition() {
    Definition k = (bars, args) -> Definition.end(places(bars, args))
        + 0 * Definition.last(places(bars, args), (int) args[1]).sum();
    Definition d = (bars, args) -> Definition.last(places(bars, args), (int) args[1]).sum()
        / args[1];
    k.assertHolds(Stoch.K, SETS);
    d.assertHolds(Stoch.D, SETS);
  }

  @Test
  void stoch_flatRange_isInTheMiddle() {
    assertThat(new IndicatorRun(Stoch.K, 1, 1).update(0, 5, 5, 5, 5, 1)).isEqualTo(50);
    assertThat(new IndicatorRun(Stoch.D, 1, 1).update(0, 5, 5, 5, 5, 1)).isEqualTo(50);
  }

  @Test
  void stoch_besideTa4j_agrees() {
    // Theirs shows %K before %D, which is always over three.
    Ta4j.beside(Stoch.K, 14, 3).agrees(-2, s -> new StochasticOscillatorKIndicator(s, 14));
    Ta4j.beside(Stoch.D, 14, 3)
        .agrees(
            s -> new StochasticOscillatorDIndicator(new StochasticOscillatorKIndicator(s, 14)));
  }

  /** Every %K there is so far. */
  private static double[] places(double[][] bars, double... args) {
    return IntStream.rangeClosed((int) args[0], bars.length)
        .mapToDouble(end -> place(Arrays.copyOf(bars, end), (int) args[0]))
        .toArray();
  }

  private static double place(double[][] bars, int n) {
    double high = Definition.last(Definition.column(bars, 1), n).max().orElseThrow();
    double low = Definition.last(Definition.column(bars, 2), n).min().orElseThrow();
    double close = bars[bars.length - 1][Bars.CLOSE];
    return high == low ? 50 : 100 * (close - low) / (high - low);
  }
}
