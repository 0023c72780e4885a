package io.qkt.core.indicator.session;

import static io.qkt.core.indicator.session.UtcBars.NONE;
import static io.qkt.core.indicator.session.UtcBars.at;
import static io.qkt.core.indicator.session.UtcBars.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.indicator.session.UtcBars.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SeasonalRangeTest {
  @Test
  void update_barsOfTwoHours_countsEarlierOnesOfTheSameHour() {
    // Hour 9 has ranges 2, 6, 1, 4; hour 10 has 50. Of the last two earlier ones: the third bar of
    // hour 9 sees (2, 6), mean 4, stdev sqrt(8); the fourth sees (6, 1), 3.5 and sqrt(12.5).
    var bars = List.of(ranging(at(0, 9, 0), 2), ranging(at(0, 9, 30), 6),
        ranging(at(0, 10, 0), 50), ranging(at(1, 9, 59), 1), ranging(at(5, 9, 0), 4));
    assertThat(UtcBars.run(SeasonalRange.MEAN, bars, 2))
        .containsExactly(NONE, NONE, NONE, 4, 3.5);
    assertThat(UtcBars.run(SeasonalRange.STDEV, bars, 2)).containsExactly(new double[]{NONE, NONE,
        NONE, Math.sqrt(8), Math.sqrt(12.5)}, within(1e-15));
  }

  @Test
  void update_flatRanges_haveNoDeviation() {
    var bars = daily(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    assertThat(UtcBars.run(SeasonalRange.STDEV, bars, 3))
        .containsExactly(NONE, NONE, NONE, 0, 0, 0, 0, 0);
    assertThat(UtcBars.run(SeasonalRange.MEAN, daily(0, 0, 0), 1)).containsExactly(NONE, 0, 0);
  }

  @Test
  void update_afterAHugeRangeHasLeft_keepsNothingOfIt() {
    // A million among hundredths: what a plain running sum would leave behind is larger than they.
    var ranges = new double[12];
    for (int i = 0; i < ranges.length; i++)
      ranges[i] = (i % 3 + 1) / 64.0;
    ranges[2] = 1 << 20;
    var values = UtcBars.run(SeasonalRange.STDEV, daily(ranges), 5);
    double expected = sample(ranges, 3, 8);
    assertThat(values[8]).isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void update_manyBars_doesNotDrift() {
    var cases = new Cases(42);
    var ranges = new double[200_001];
    // Large beside their differences, so that every step of a mean is rounded.
    Arrays.setAll(ranges, _ -> (1 << 30) + cases.between(1, 1 << 20) / 7.0);
    var mean = UtcBars.run(SeasonalRange.MEAN, daily(ranges), 97);
    var stdev = UtcBars.run(SeasonalRange.STDEV, daily(ranges), 97);
    int last = ranges.length - 1;
    assertThat(mean[last] / mean(ranges, last - 97, last)).isCloseTo(1, within(4e-15));
    assertThat(stdev[last] / sample(ranges, last - 97, last)).isCloseTo(1, within(1e-9));
  }

  @Test
  void update_oneBarADay_isDefinedAfterTheWarmUp() {
    for (int n = 2; n < 7; n++) {
      UtcBars.assertWarmUp(SeasonalRange.MEAN, daily(1, 2, 3, 4, 5, 6, 7, 8), n);
      UtcBars.assertWarmUp(SeasonalRange.STDEV, daily(1, 2, 3, 4, 5, 6, 7, 8), n);
    }
    assertThat(SeasonalRange.MEAN.warmUpMinutes(20)).isEqualTo(20 * 1_440);
  }

  @Test
  void parameters_ofTheDeviation_wantTwoBars() {
    assertThat(SeasonalRange.MEAN.parameters().getFirst().least()).isEqualTo(1);
    assertThat(SeasonalRange.STDEV.parameters().getFirst().least()).isEqualTo(2);
  }

  @Test
  void update_anyBars_agreesWithTheDefinition() {
    var cases = new Cases(37);
    for (int i = 0; i < 40; i++) {
      var bars = UtcBars.random(cases, 400);
      int n = (int) cases.between(2, 12);
      UtcBars.assertAgrees(SeasonalRange.MEAN, bars, soFar -> {
        var ranges = earlier(soFar, n);
        return ranges.length < n ? NONE : mean(ranges, 0, n);
      }, n);
      UtcBars.assertAgrees(SeasonalRange.STDEV, bars, soFar -> {
        var ranges = earlier(soFar, n);
        return ranges.length < n ? NONE : sample(ranges, 0, n);
      }, n);
    }
  }

  private static double[] earlier(List<Bar> soFar, int n) {
    int hour = soFar.getLast().opened().getHour();
    var same = soFar.subList(0, soFar.size() - 1)
        .stream()
        .filter(b -> b.opened().getHour() == hour)
        .mapToDouble(b -> b.high() - b.low())
        .toArray();
    return Arrays.copyOfRange(same, Math.max(0, same.length - n), same.length);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++)
      sum += values[i];
    return sum / (to - from);
  }

  private static double sample(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double squares = 0;
    for (int i = from; i < to; i++)
      squares += (values[i] - mean) * (values[i] - mean);
    return Math.sqrt(squares / (to - from - 1));
  }

  private static List<Bar> daily(double... ranges) {
    var bars = new ArrayList<Bar>();
    for (int day = 0; day < ranges.length; day++)
      bars.add(ranging(at(day, 0, 0), ranges[day]));
    return bars;
  }

  private static Bar ranging(long time, double range) {
    // From zero, so that the range is exactly this.
    return bar(time, 0, range, 0, 0);
  }
}
