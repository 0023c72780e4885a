package io.qkt.core.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import io.qkt.core.indicator.statistic.Agreement.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.helpers.FixedNumIndicator;
import org.ta4j.core.num.Num;

/** One walk of two columns, for our indicators and for those of ta4j, which compute in decimals. */
final class Ta4j {
  final double[][] rows = Agreement.rows(new Cases(77), Market.WALK, 2);
  final BarSeries bars = new BaseBarSeriesBuilder().build();
  final FixedNumIndicator x = column(0);
  final FixedNumIndicator y = column(1);
  private double scale;

  Ta4j() {
    for (int i = 0; i < rows.length; i++)
      bars.barBuilder()
          .timePeriod(Duration.ofMinutes(1))
          .endTime(Instant.ofEpochSecond(60L * i))
          .openPrice(1)
          .highPrice(1)
          .lowPrice(1)
          .closePrice(1)
          .volume(1)
          .add();
  }

  /** Differences are measured against values of at least this size. */
  Ta4j scale(double least) {
    scale = least;
    return this;
  }

  private FixedNumIndicator column(int i) {
    var texts = Arrays.stream(rows).map(row -> Double.toString(row[i])).toArray(String[]::new);
    return new FixedNumIndicator(bars, texts);
  }

  /** Theirs where they call it stable, brought to our definition by a factor. */
  static IntToDoubleFunction times(double factor, org.ta4j.core.Indicator<Num> theirs) {
    return i -> i < theirs.getCountOfUnstableBars() ? Double.NaN
        : theirs.getValue(i).doubleValue() * factor;
  }

  void agrees(Indicator ours, IntToDoubleFunction theirs, double... args) {
    var run = new IndicatorRun(ours, args);
    for (int i = 0; i < rows.length; i++) {
      double expected = theirs.applyAsDouble(i);
      double value = run.update(i, rows[i]);
      String where = "%s%s at %d".formatted(ours.name(), Arrays.toString(args), i);
      if (Double.isNaN(expected))
        assertThat(value).as(where).isNaN();
      else
        assertThat(value).as(where)
            .isEqualTo(expected, within(1e-9 * Math.max(Math.abs(expected), scale)));
    }
  }
}
