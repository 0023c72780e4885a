package io.qkt.core.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.CCIIndicator;

final class CciTest {
  @Test
  void cci_periodThree_givesTheValuesWorkedOutByHand() {
    // Typical prices 2, 4, 9: mean 5, deviation (3+1+4)/3 = 8/3, 4 above it: 4 / (0.015 * 8/3) =
    // 100.
    var run = new IndicatorRun(Cci.CCI, 3);
    assertThat(run.update(0, 2, 3, 1, 2, 1)).isNaN();
    assertThat(run.update(1, 2, 5, 2, 5, 1)).isNaN();
    assertThat(run.update(2, 5, 10, 8, 9, 1)).isEqualTo(100, within(1e-12));
    // Then 4, 9, 5: mean 6, deviation (2+3+1)/3 = 2, 1 below it: -1 / 0.03.
    assertThat(run.update(3, 5, 6, 4, 5, 1)).isEqualTo(-100 / 3.0, within(1e-12));
  }

  @Test
  void cci_ofAnyBars_isItsDefinition() {
    Definition definition = (bars, args) -> naive(bars, (int) args[0]);
    definition.assertHolds(Cci.CCI, Definition.each(1, 2, 5, 20));
  }

  @Test
  void cci_flatPriceThatIsNoBinaryFraction_isZero() {
    var run = new IndicatorRun(Cci.CCI, 3);
    for (int i = 0; i < 10; i++)
      if (i < 2) run.update(i, 0.1, 0.1, 0.1, 0.1, 1);
      else
        assertThat(run.update(i, 0.1, 0.1, 0.1, 0.1, 1)).isZero();
  }

  @Test
  void cci_equalTypicalPricesOfUnequalBars_isZero() {
    // In decimals each is 1.2; in binary fractions the sums are rounded differently.
    assertThat((1.3 + 1.1 + 1.2) / 3).isNotEqualTo((1.2 + 1.2 + 1.2) / 3);
    var run = new IndicatorRun(Cci.CCI, 2);
    run.update(0, 1.2, 1.2, 1.2, 1.2, 1);
    assertThat(run.update(1, 1.2, 1.3, 1.1, 1.2, 1)).isZero();
  }

  @Test
  void cci_besideTa4j_agrees() {
    Ta4j.beside(Cci.CCI, 20).agrees(series -> new CCIIndicator(series, 20));
  }

  private static double naive(double[][] bars, int n) {
    var typical = Arrays.stream(bars).mapToDouble(bar -> (bar[1] + bar[2] + bar[3]) / 3).toArray();
    double mean = Definition.last(typical, n).sum() / n;
    double deviation = Definition.last(typical, n).map(x -> Math.abs(x - mean)).sum() / n;
    return deviation < 1e-12 ? 0 : (Definition.end(typical) - mean) / (0.015 * deviation);
  }
}
