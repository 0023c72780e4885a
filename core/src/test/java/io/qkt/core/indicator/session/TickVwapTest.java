package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.IndicatorRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.volume.VWAPIndicator;

final class TickVwapTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void update_lastTwoTicks_givesTheGoldenMeans() {
    // (10 * 3 + 14 * 1) / 4 = 11; (14 * 1 + 20 * 2) / 3 = 18; (20 * 2 + 8 * 4) / 6 = 12
    assertThat(run(2, tick(10, 3), tick(14, 1), tick(20, 2), tick(8, 4)))
        .containsExactly(NONE, 11, 18, 12);
  }

  @Test
  void update_ticksWithoutVolume_areNoneOfTheLast() {
    assertThat(run(2, tick(1, 0), tick(10, 3), tick(99, 0), tick(14, 1), tick(99, 0),
        tick(99, -5))).containsExactly(NONE, NONE, NONE, 11, 11, 11);
  }

  @Test
  void update_undefinedInput_isSkippedAndAnswersUndefined() {
    var undefined = List.of(tick(NONE, 1), tick(1, NONE), tick(INFINITE, 1), tick(1, INFINITE));
    for (var tick : undefined) {
      var run = new IndicatorRun(TickVwap.VWAP, 2);
      run.update(1, tick(10, 3));
      run.update(2, tick(14, 1));
      var doubles = run.doubles();
      var longs = run.longs();
      assertThat(run.update(3, tick)).isNaN();
      assertThat(run.doubles()).isEqualTo(doubles);
      assertThat(run.longs()).isEqualTo(longs);
      assertThat(run.update(4, tick(20, 2))).isEqualTo(18);
    }
  }

  @Test
  void update_afterAHugeVolumeHasLeft_keepsNothingOfIt() {
    // 2^60 of volume swallows what is added to it, until it leaves.
    var values = run(3, tick(7, 1L << 60), tick(10, 3), tick(14, 1), tick(18, 4), tick(18, 1));
    assertThat(values[3]).isEqualTo((10 * 3 + 14 + 18 * 4) / 8.0);
    assertThat(values[4]).isEqualTo((14 + 18 * 4 + 18) / 6.0);
  }

  @Test
  void update_anyTicks_agreesWithTheDefinition() {
    var cases = new Cases(40);
    for (int i = 0; i < 200; i++) {
      int n = (int) cases.between(1, 40);
      var run = new IndicatorRun(TickVwap.VWAP, n);
      var carrying = new ArrayList<double[]>();
      for (int t = 0; t < 300; t++) {
        var tick = random(cases);
        boolean undefined = Double.isNaN(tick[0] + tick[1]);
        if (!undefined && tick[1] > 0)
          carrying.add(tick);
        double value = run.update(t, tick);
        double expected = undefined ? NONE : naive(carrying, n);
        UtcBars.assertClose(value, expected, "tick %d of n %d".formatted(t, n));
      }
    }
  }

  @Test
  void update_ticksWithVolume_areDefinedAfterTheWarmUp() {
    for (int n = 1; n < 9; n++) {
      var values = run(n, tick(1, 1), tick(2, 1), tick(3, 1), tick(4, 1), tick(5, 1), tick(6, 1),
          tick(7, 1), tick(8, 1));
      int warmUp = TickVwap.VWAP.warmUp(n);
      for (int i = 0; i < values.length; i++)
        assertThat(Double.isNaN(values[i])).isEqualTo(i < warmUp - 1);
    }
  }

  @Test
  void update_everyTickABarOfOnePrice_agreesWithAnotherLibrary() {
    // Theirs runs over the typical price of bars; it says that it is valid at the same place. It
    // gives a value of fewer bars before that, where ours is undefined.
    var cases = new Cases(43);
    int n = 9;
    var series = new BaseBarSeriesBuilder().build();
    var theirs = new VWAPIndicator(series, n);
    var ours = new IndicatorRun(TickVwap.VWAP, n);
    assertThat(theirs.getCountOfUnstableBars()).isEqualTo(TickVwap.VWAP.warmUp(n) - 1);
    for (int t = 0; t < 300; t++) {
      var tick = tick(cases.between(1_000, 9_000) / 64.0, cases.between(1, 9_000) / 64.0);
      series.barBuilder()
          .timePeriod(Duration.ofMinutes(1))
          .endTime(Instant.ofEpochSecond(60L * t))
          .openPrice(tick[0])
          .highPrice(tick[0])
          .lowPrice(tick[0])
          .closePrice(tick[0])
          .volume(tick[1])
          .add();
      double value = ours.update(t, tick);
      boolean valid = t >= n - 1;
      UtcBars.assertClose(value, valid ? theirs.getValue(t).doubleValue() : NONE, "tick " + t);
    }
  }

  @Test
  void update_aMillionTicks_doesNotDrift() {
    var cases = new Cases(41);
    int n = 997;
    var run = new IndicatorRun(TickVwap.VWAP, n);
    var carrying = new ArrayList<double[]>();
    double value = NONE;
    for (int t = 0; t < 1_000_000; t++) {
      var tick = tick(1 + cases.between(0, 1_000) / 7.0, 1 + cases.between(0, 1_000) / 3.0);
      carrying.add(tick);
      value = run.update(t, tick);
    }
    assertThat(value).isCloseTo(naive(carrying, n), within(1e-12));
  }

  /** Volumes of very different sizes, none, undefined. */
  private static double[] random(Cases cases) {
    double price = cases.oneIn(20) ? NONE : cases.between(1_000, 200_000) / 1e3;
    double volume = cases.between(1, 1_000) * Math.scalb(1.0, (int) cases.between(-20, 20));
    if (cases.oneIn(4))
      volume = cases.oneIn(5) ? NONE : 0;
    return tick(price, volume);
  }

  private static double naive(List<double[]> carrying, int n) {
    if (carrying.size() < n)
      return NONE;
    double products = 0;
    double volume = 0;
    for (var tick : carrying.subList(carrying.size() - n, carrying.size())) {
      products += tick[0] * tick[1];
      volume += tick[1];
    }
    return products / volume;
  }

  private static double[] run(int n, double[]... ticks) {
    var run = new IndicatorRun(TickVwap.VWAP, n);
    var values = new double[ticks.length];
    for (int i = 0; i < ticks.length; i++)
      values[i] = run.update(i, ticks[i]);
    return values;
  }

  private static double[] tick(double price, double volume) {
    return new double[]{price, volume};
  }
}
