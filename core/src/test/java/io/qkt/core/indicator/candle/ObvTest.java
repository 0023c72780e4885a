package io.qkt.core.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Bars;
import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;

final class ObvTest {
  @Test
  void obv_risesAndFalls_givesTheValuesWorkedOutByHand() {
    var run = new IndicatorRun(Obv.OBV);
    assertThat(bar(run, 10, 500)).isZero();
    assertThat(bar(run, 11, 30)).isEqualTo(30);
    assertThat(bar(run, 9, 50)).isEqualTo(-20);
    assertThat(bar(run, 9, 70)).isEqualTo(-20);
    assertThat(bar(run, 9.5, 5)).isEqualTo(-15);
  }

  @Test
  void obv_ofAnyBars_isItsDefinition() {
    Definition definition = (bars, _) -> naive(bars);
    definition.assertHolds(Obv.OBV, new double[0]);
  }

  @Test
  void obv_unknownVolume_isSkipped() {
    var run = new IndicatorRun(Obv.OBV);
    bar(run, 10, 1);
    var doubles = run.doubles();
    assertThat(bar(run, 20, Double.NaN)).isNaN();
    assertThat(run.doubles()).isEqualTo(doubles);
    assertThat(bar(run, 15, 2)).isEqualTo(2);
  }

  @Test
  void obv_manyVolumesThatAreNoBinaryFractions_comeBackToZero() {
    var run = new IndicatorRun(Obv.OBV);
    bar(run, 0, 0);
    for (int i = 1; i <= 100_000; i++)
      bar(run, i, 0.1);
    double value = 1;
    for (int i = 1; i <= 10_000; i++)
      value = bar(run, -i, 1);
    assertThat(Math.abs(value)).isLessThan(1e-11);
  }

  @Test
  void obv_besideTa4j_agrees() {
    Ta4j.beside(Obv.OBV).agrees(OnBalanceVolumeIndicator::new);
  }

  /** The volumes are tenths, so that tens of them add up exactly. */
  private static double naive(double[][] bars) {
    long tenths = 0;
    for (int i = 1; i < bars.length; i++)
      tenths += Math.round(10 * bars[i][4])
          * (int) Math.signum(bars[i][Bars.CLOSE] - bars[i - 1][Bars.CLOSE]);
    return tenths / 1e1;
  }

  private static double bar(IndicatorRun run, double close, double volume) {
    return run.update(0, close, close, close, close, volume);
  }
}
