package io.qkt.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

/**
 * The indicators of another library, which computes them in decimals.
 *
 * <p>It seeds an average with the first input it answers to, where ours is seeded with the mean of
 * the first n. The two coincide where all of these are equal: {@link #settled} starts with such
 * bars.
 */
public final class Ta4j {
  private static final int BARS = 400;
  /** So many after ours is valid theirs is, too. */
  private static final int LATEST = 3;

  private final Indicator ours;
  private final double[] args;
  private final double[][] bars;
  private int compared;
  private final BarSeries series = new BaseBarSeriesBuilder().build();

  private Ta4j(Indicator ours, int flat, double... args) {
    this.ours = ours;
    this.args = args;
    bars = Bars.walk(7, flat, BARS);
    for (int i = 0; i < BARS; i++)
      series.barBuilder()
          .timePeriod(Duration.ofMinutes(1))
          .endTime(Instant.EPOCH.plusSeconds(60L * i))
          .openPrice(bars[i][0])
          .highPrice(bars[i][1])
          .lowPrice(bars[i][2])
          .closePrice(bars[i][3])
          .volume(bars[i][4])
          .add();
  }

  /** For a definition that has forgotten all but the last bars. */
  public static Ta4j beside(Indicator ours, double... args) {
    return new Ta4j(ours, 0, args);
  }

  /** For one that never forgets how it was seeded. */
  public static Ta4j settled(Indicator ours, double... args) {
    return new Ta4j(ours, ours.warmUp(args) + LATEST, args);
  }

  /** The same for one that differs as long as nothing has moved. */
  public static Ta4j moved(Indicator ours, double... args) {
    var moved = settled(ours, args);
    moved.compared = ours.warmUp(args) + LATEST;
    return moved;
  }

  /** Fails unless theirs is valid from the same bar on, and equal. */
  public void agrees(Function<BarSeries, org.ta4j.core.Indicator<Num>> theirs) {
    agrees(0, theirs);
  }

  /** The same for one that calls itself valid so many bars later; earlier ones are negative. */
  public void agrees(int later, Function<BarSeries, org.ta4j.core.Indicator<Num>> theirs) {
    var other = theirs.apply(series);
    int first = ours.warmUp(args) - 1;
    assertThat(other.getCountOfUnstableBars()).as("theirs is valid at").isEqualTo(first + later);
    var run = new IndicatorRun(ours, args);
    boolean candle = ours.inputs() == Indicator.Inputs.CANDLE;
    for (int i = 0; i < BARS; i++) {
      double value = candle ? run.update(i, bars[i]) : run.update(i, bars[i][Bars.CLOSE]);
      assertThat(value == value).as("ours is valid at %d", i).isEqualTo(i >= first);
      if (i >= Math.max(compared, first + Math.max(later, 0)))
        assertEqual(i, other.getValue(i).doubleValue(), value);
    }
  }

  /** The same for one made of closes alone. */
  public void agreesOnCloses(int later,
      Function<ClosePriceIndicator, org.ta4j.core.Indicator<Num>> theirs) {
    agrees(later, series -> theirs.apply(new ClosePriceIndicator(series)));
  }

  private void assertEqual(int i, double expected, double actual) {
    assertThat(Definition.differ(expected, actual))
        .as("%s at %d: theirs is %s, ours %s", ours.name(), i, expected, actual)
        .isFalse();
  }
}
