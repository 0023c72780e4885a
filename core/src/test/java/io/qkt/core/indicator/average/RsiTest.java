package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.RSIIndicator;

final class RsiTest {
  private static final double NONE = Double.NaN;

  @Test
  void rsi_periodTwo_givesTheValuesWorkedOutByHand() {
    // Changes +3, -1, +3, -3. Gains 1.5, (1.5+3)/2 = 2.25, 1.125; losses 0.5, 0.25, 1.625.
    // Of g/l = 3: 75; of 9: 90; of 1.125/1.625 = 9/13: 100 - 1300/22.
    assertThat(new IndicatorRun(Rsi.RSI, 2).numbers(10, 13, 12, 15, 12))
        .containsExactly(NONE, NONE, 75, 90, 100 - 100 / (1 + 9 / 13.0));
  }

  @Test
  void rsi_ofAnyInputs_isItsDefinition() {
    Definition definition = (inputs, args) -> naive(Definition.column(inputs, 0), (int) args[0]);
    definition.assertHolds(Rsi.RSI, Definition.each(1, 2, 14));
  }

  @Test
  void rsi_nothingMoves_isInTheMiddle() {
    assertThat(new IndicatorRun(Rsi.RSI, 2).numbers(7, 7, 7, 7)).endsWith(50, 50);
  }

  @Test
  void rsi_nothingFalls_isHundred() {
    assertThat(new IndicatorRun(Rsi.RSI, 2).numbers(7, 8, 8, 9)).endsWith(100, 100);
  }

  @Test
  void rsi_nothingRises_isZero() {
    assertThat(new IndicatorRun(Rsi.RSI, 2).numbers(7, 6, 6, 5)).endsWith(0, 0);
  }

  @Test
  void rsi_gap_isMeasuredAcross() {
    // Only +2 and -1 are seen: 100 - 100 / (1 + 2).
    assertThat(new IndicatorRun(Rsi.RSI, 2).numbers(1, NONE, 3, NONE, 2)[4])
        .isEqualTo(100 - 100 / 3.0);
  }

  @Test
  void rsi_besideTa4j_agreesOnceSomethingMoved() {
    // Where nothing moved theirs is 0, ours 50.
    Ta4j.moved(Rsi.RSI, 14).agreesOnCloses(0, close -> new RSIIndicator(close, 14));
  }

  private static double naive(double[] values, int n) {
    var gains = IntStream.range(1, values.length)
        .mapToDouble(i -> Math.max(0, values[i] - values[i - 1]))
        .toArray();
    var losses = IntStream.range(1, values.length)
        .mapToDouble(i -> Math.max(0, values[i - 1] - values[i]))
        .toArray();
    double gain = Definition.end(Definition.wilder(gains, n));
    double loss = Definition.end(Definition.wilder(losses, n));
    if (loss == 0)
      return gain == 0 ? 50 : 100;
    return 100 - 100 / (1 + gain / loss);
  }
}
