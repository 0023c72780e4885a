package io.qkt.core.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;

final class AdxTest {
  private static final Indicator[] ALL = {Adx.ADX, Adx.PLUS_DI, Adx.MINUS_DI};
  private static final double[][] SETS = Definition.each(1, 2, 5, 14);

  @Test
  void adx_periodTwo_givesTheValuesWorkedOutByHand() {
    // Moves: +2; -1; +3; +1 (against -1/2: the greater counts). True ranges 4, 11 - 7 = 4, 5, 6.5.
    // Smoothed up 1, 2, 1.5; down 0.5, 0.25, 0.125; range 4, 4.5, 5.5.
    // Index: 100 * 0.5/1.5; then 100 * 1.75/2.25; mean of these; then 100 * 1.375/1.625.
    double second = 100 * (0.5 / 1.5 + 1.75 / 2.25) / 2;
    assertEnd(Adx.ADX, second, (second + 100 * 1.375 / 1.625) / 2);
    assertEnd(Adx.PLUS_DI, 100 * 2 / 4.5, 100 * 1.5 / 5.5);
    assertEnd(Adx.MINUS_DI, 100 * 0.25 / 4.5, 100 * 0.125 / 5.5);
  }

  @Test
  void adx_ofAnyBars_isItsDefinition() {
    for (int i = 0; i < ALL.length; i++) {
      int output = i;
      Definition definition = (bars, args) -> naive(output, bars, (int) args[0]);
      definition.assertHolds(ALL[i], SETS);
    }
  }

  @Test
  void adx_flatBars_isZero() {
    for (var one : ALL) {
      var run = new IndicatorRun(one, 1);
      run.update(0, 5, 5, 5, 5, 1);
      assertThat(run.update(1, 5, 5, 5, 5, 1)).isZero();
    }
  }

  @Test
  void adx_equalMovesThatAreNoBinaryFractions_countNeither() {
    // Both are a tenth, and come out unequal.
    assertThat(1.2 - 1.1).isNotEqualTo(1.0 - 0.9);
    for (var one : ALL) {
      var run = new IndicatorRun(one, 1);
      run.update(0, 1, 1.1, 1, 1, 1);
      assertThat(run.update(1, 1, 1.2, 0.9, 1, 1)).isZero();
    }
  }

  @Test
  void adx_besideTa4j_agrees() {
    // They add up the bars that its parts call unstable: 2n + 1, where ours is valid at 2n - 1.
    Ta4j.settled(Adx.ADX, 14).agrees(2, series -> new ADXIndicator(series, 14));
    // Theirs shows the two before the adx, after the bar of which the first move comes.
    Ta4j.settled(Adx.PLUS_DI, 14).agrees(15 - 27, series -> new PlusDIIndicator(series, 14));
    Ta4j.settled(Adx.MINUS_DI, 14).agrees(15 - 27, series -> new MinusDIIndicator(series, 14));
  }

  private static double naive(int output, double[][] bars, int n) {
    int moves = bars.length - 1;
    var rises = IntStream.range(0, moves)
        .mapToLong(i -> cents(bars[i + 1][1] - bars[i][1]))
        .toArray();
    var falls = IntStream.range(0, moves)
        .mapToLong(i -> cents(bars[i][2] - bars[i + 1][2]))
        .toArray();
    var up = shares(rises, falls, bars, n);
    var down = shares(falls, rises, bars, n);
    var index = IntStream.range(0, moves)
        .mapToDouble(i -> share(Math.abs(up[i] - down[i]), up[i] + down[i]))
        .toArray();
    double adx = Definition.end(Definition.wilder(index, n));
    boolean undefined = adx != adx;
    if (undefined)
      return adx;
    return output == 0 ? adx : Definition.end(output == 1 ? up : down);
  }

  private static double[] shares(long[] these, long[] those, double[][] bars, int n) {
    var moves = IntStream.range(0, these.length)
        .mapToDouble(i -> these[i] > Math.max(0, those[i]) ? these[i] / 1e2 : 0)
        .toArray();
    var smoothed = Definition.wilder(moves, n);
    var ranges = Definition.wilder(Definition.trueRanges(bars), n);
    return IntStream.range(0, moves.length)
        .mapToDouble(i -> share(smoothed[i], ranges[i]))
        .toArray();
  }

  private static double share(double part, double all) {
    return all == 0 ? 0 : 100 * part / all;
  }

  private static long cents(double difference) {
    return Math.round(difference * 100);
  }

  private static void assertEnd(Indicator indicator, double fourth, double fifth) {
    var run = new IndicatorRun(indicator, 2);
    assertThat(run.update(0, 9, 10, 7, 9, 1)).isNaN();
    assertThat(run.update(1, 9, 12, 8, 11, 1)).isNaN();
    assertThat(run.update(2, 10, 10, 7, 9, 1)).isNaN();
    assertThat(run.update(3, 9, 13, 8, 12, 1)).isEqualTo(fourth, within(1e-12));
    assertThat(run.update(4, 12, 14, 7.5, 13, 1)).isEqualTo(fifth, within(1e-12));
  }
}
