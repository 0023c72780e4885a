package io.qkt.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What an indicator is by its definition: worked out of all it has been given, again each time. */
@FunctionalInterface
public interface Definition {
  /** Beside it a difference counts as rounding: a hundred thousandth of a hundredth of a price. */
  double LEAST = 1e-2;

  /** The value after these inputs, which are all defined. */
  double value(double[][] inputs, double... args);

  /** Fails unless the indicator is this, has its first value when it says so, and skips gaps. */
  default void assertHolds(Indicator indicator, double[]... sets) {
    for (double[] args : sets)
      for (int seed = 1; seed <= 6; seed++)
        assertHolds(indicator, seed, args);
  }

  private void assertHolds(Indicator indicator, int seed, double... args) {
    var run = new IndicatorRun(indicator, args);
    boolean gaps = indicator.inputs() == Indicator.Inputs.NUMBER;
    var gap = new Cases(seed);
    var inputs = inputs(indicator, seed, 60 + 3 * indicator.warmUp(args));
    for (int i = 0; i < inputs.length; i++) {
      if (gaps && gap.oneIn(5)) assertGap(run, gap.oneIn(2) ? Double.NaN : 1 / 0.0);
      double expected = value(Arrays.copyOf(inputs, i + 1), args);
      double actual = run.update(i, inputs[i]);
      String at = "%s%s, seed %d, %d".formatted(indicator.name(), Arrays.toString(args), seed, i);
      assertThat(expected == expected).as(at).isEqualTo(i + 1 >= indicator.warmUp(args));
      assertThat(Double.valueOf(run.doubles()[0])).as(at).isEqualTo(Double.valueOf(actual));
      assertThat(differ(expected, actual)).as("%s: %s, was %s", at, expected, actual).isFalse();
    }
  }

  /** By more than 1e-9 of the value, or where only one of them is undefined. */
  static boolean differ(double expected, double actual) {
    boolean undefined = expected != expected;
    if (undefined)
      return actual == actual;
    return !(Math.abs(expected - actual) <= 1e-9 * Math.max(Math.abs(expected), LEAST));
  }

  private static double[][] inputs(Indicator indicator, int seed, int count) {
    var bars = Bars.walk(seed, seed == 1 ? count / 2 : 0, count);
    if (indicator.inputs() == Indicator.Inputs.CANDLE)
      return bars;
    return Arrays.stream(bars).map(bar -> new double[]{bar[Bars.CLOSE]}).toArray(double[][]::new);
  }

  private static void assertGap(IndicatorRun run, double undefined) {
    var doubles = run.doubles();
    var longs = run.longs();
    assertThat(run.update(0, undefined)).isNaN();
    assertThat(run.doubles()).isEqualTo(doubles);
    assertThat(run.longs()).isEqualTo(longs);
  }

  /** One column of the inputs: of numbers there is only the first. */
  static double[] column(double[][] inputs, int column) {
    return Arrays.stream(inputs).mapToDouble(row -> row[column]).toArray();
  }

  /** The last n, none if there are fewer, so that what is made of them is undefined. */
  static DoubleStream last(double[] values, int n) {
    if (values.length < n)
      return DoubleStream.of(Double.NaN);
    return Arrays.stream(values, values.length - n, values.length);
  }

  /** The mean of the first n defined ones, then each with this weight; NaN before. */
  static double[] smoothed(double[] values, int n, double weight) {
    var smoothed = new double[values.length];
    double[] seen = Arrays.stream(values).filter(value -> value == value).toArray();
    int undefined = values.length - seen.length;
    Arrays.fill(smoothed, Double.NaN);
    for (int i = n - 1; i < seen.length; i++)
      smoothed[undefined + i] = i == n - 1 ? Arrays.stream(seen, 0, n).sum() / n
          : weight * seen[i] + (1 - weight) * smoothed[undefined + i - 1];
    return smoothed;
  }

  static double[] ema(double[] values, int n) {
    return smoothed(values, n, 2.0 / (n + 1));
  }

  static double[] wilder(double[] values, int n) {
    return smoothed(values, n, 1.0 / n);
  }

  /** The last of some values, NaN if there is none. */
  static double end(double... values) {
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /** Sets of one parameter each. */
  static double[][] each(int... periods) {
    return Arrays.stream(periods).mapToObj(n -> new double[]{n}).toArray(double[][]::new);
  }

  /** The true ranges of the bars but the first. */
  static double[] trueRanges(double[][] bars) {
    var ranges = new double[bars.length - 1];
    for (int i = 1; i < bars.length; i++) {
      double before = bars[i - 1][Bars.CLOSE];
      var reaches = List.of(bars[i][1] - bars[i][2], Math.abs(bars[i][1] - before),
          Math.abs(bars[i][2] - before));
      ranges[i - 1] = reaches.stream().max(Double::compare).orElseThrow();
    }
    return ranges;
  }
}
