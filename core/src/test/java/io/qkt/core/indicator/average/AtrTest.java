package io.qkt.core.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.Definition;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.Ta4j;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.ATRIndicator;

final class AtrTest {
  @Test
  void atr_periodTwo_givesTheValuesWorkedOutByHand() {
    var run = new IndicatorRun(Atr.ATR, 2);
    // The first bar, however wide, only leaves its close.
    assertThat(bar(run, 90, 10, 50)).isNaN();
    // Inside: 52 - 49 = 3.
    assertThat(bar(run, 52, 49, 51)).isNaN();
    // A gap up: 60 - 51 = 9, more than its 60 - 58; (3 + 9) / 2 = 6.
    assertThat(bar(run, 60, 58, 59)).isEqualTo(6);
    // A gap down: 59 - 45 = 14; (6 + 14) / 2 = 10.
    assertThat(bar(run, 47, 45, 46)).isEqualTo(10);
  }

  @Test
  void atr_ofAnyBars_isItsDefinition() {
    Definition definition = (bars, args) -> Definition
        .end(Definition.wilder(Definition.trueRanges(bars), (int) args[0]));
    definition.assertHolds(Atr.ATR, Definition.each(1, 2, 14));
  }

  @Test
  void atr_flatBars_isZero() {
    var run = new IndicatorRun(Atr.ATR, 1);
    bar(run, 5, 5, 5);
    assertThat(bar(run, 5, 5, 5)).isZero();
  }

  @Test
  void atr_besideTa4j_agrees() {
    Ta4j.settled(Atr.ATR, 14).agrees(series -> new ATRIndicator(series, 14));
  }

  private static double bar(IndicatorRun run, double high, double low, double close) {
    return run.update(0, low, high, low, close, 1);
  }
}
