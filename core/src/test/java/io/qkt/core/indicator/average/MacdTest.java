package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.MACDIndicator;

final class MacdTest {
  private static final double[] TYPICAL = {12, 26, 9};
  private static final double[][] SETS = {{1, 2, 1}, {1, 2, 3}, {3, 10, 4}, TYPICAL};

  @Test
  void macd_smallPeriods_givesTheValuesWorkedOutByHand() {
    // fast = the input. slow, a = 1/2: (1+2+6)/3 = 3, 3.5, 5.75, 2.875. Apart: 3, 0.5, 2.25,
    // -2.875.
    // signal, a = 2/3: (3+0.5)/2 = 1.75, then 2/3 * 2.25 + 1.75/3 = 6.25/3, then -11.5/6 + 6.25/9.
    double[] signal = {1.75, 6.25 / 3, -11.5 / 6 + 6.25 / 9};
    assertEnd(Macd.MACD, 0.5, 2.25, -2.875);
    assertEnd(Macd.SIGNAL, signal);
    assertEnd(Macd.HIST, 0.5 - signal[0], 2.25 - signal[1], -2.875 - signal[2]);
  }

  @Test
  void macd_ofAnyInputs_isItsDefinition() {
    Definition line = (inputs, args) -> naive(inputs, args)[0];
    Definition signal = (inputs, args) -> naive(inputs, args)[1];
    Definition hist = (inputs, args) -> naive(inputs, args)[0] - naive(inputs, args)[1];
    line.assertHolds(Macd.MACD, SETS);
    signal.assertHolds(Macd.SIGNAL, SETS);
    hist.assertHolds(Macd.HIST, SETS);
  }

  @Test
  void macd_flatInputs_isZero() {
    for (var one : new Indicator[]{Macd.MACD, Macd.SIGNAL, Macd.HIST})
      assertThat(new IndicatorRun(one, 1, 2, 1).numbers(5, 5, 5)).containsExactly(Double.NaN, 0, 0);
  }

  @Test
  void misfit_slowNotSlower_isSaidWithBoth() {
    assertThat(Macd.MACD.misfit(12, 26, 9)).isNull();
    assertThat(Macd.MACD.misfit(12, 12, 9))
        .isEqualTo("the slow period must be more than the fast one, was 12 with a fast one of 12");
  }

  @Test
  void macd_besideTa4j_agrees() {
    // Theirs shows the line before its signal, which is to be valid at s + g - 2 = 33; of the
    // signal they count only its own 9 bars, of the difference the 26 of the line.
    Ta4j.settled(Macd.MACD, TYPICAL).agreesOnCloses(26 - 33, close -> new MACDIndicator(close));
    Ta4j.settled(Macd.SIGNAL, TYPICAL)
        .agreesOnCloses(9 - 33, close -> new MACDIndicator(close).getSignalLine(9));
    Ta4j.settled(Macd.HIST, TYPICAL)
        .agreesOnCloses(26 - 33, close -> new MACDIndicator(close).getHistogram(9));
  }

  private static double[] naive(double[][] inputs, double... args) {
    var values = Definition.column(inputs, 0);
    var fast = Definition.ema(values, (int) args[0]);
    var slow = Definition.ema(values, (int) args[1]);
    var line = IntStream.range(0, fast.length).mapToDouble(i -> fast[i] - slow[i]).toArray();
    double signal = Definition.end(Definition.ema(line, (int) args[2]));
    return new double[]{signal == signal ? Definition.end(line) : signal, signal};
  }

  private static void assertEnd(Indicator indicator, double... end) {
    var values = new IndicatorRun(indicator, 1, 3, 2).numbers(1, 2, 6, 4, 8, 0);
    assertThat(Arrays.copyOf(values, 3)).containsOnly(Double.NaN);
    assertThat(Arrays.copyOfRange(values, 3, 6)).containsExactly(end, within(1e-14));
  }
}
