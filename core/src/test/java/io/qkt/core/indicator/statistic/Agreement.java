package io.qkt.core.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.IndicatorRun;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Runs an indicator over seeded inputs of every kind of market, gaps included, and compares each
 * answer with one worked out anew, from the definition, from all rows so far.
 */
final class Agreement {
  private static final int CASES = 40;
  private static final int ROWS = 260;
  private static final int LEAST_ANSWERS = 1_000;

  /** From the definition: the answer to the last of the defined rows so far. */
  interface Naive {
    double answer(double[][] rows, double[] args);
  }

  enum Market {
    /** Prices that move by up to a percent. */
    WALK,
    /** Few values, so that many are equal, zero or flat for a while. */
    STEPS,
    /** A large level that moves little. */
    LEVEL,
    /** Now and then a value a million times as large, which must leave no trace. */
    OUTLIERS
  }

  private final Indicator indicator;
  private final int inputs;
  private final Function<Cases, double[]> args;
  private final Naive naive;
  private double scale;
  private Market[] markets = Market.values();

  Agreement(Indicator indicator, int inputs, Function<Cases, double[]> args, Naive naive) {
    this.indicator = indicator;
    this.inputs = inputs;
    this.args = args;
    this.naive = naive;
  }

  /** Differences are measured against answers of at least this size. */
  Agreement scale(double least) {
    scale = least;
    return this;
  }

  Agreement markets(Market... only) {
    markets = only;
    return this;
  }

  void holds(long seed) {
    var cases = new Cases(seed);
    int answers = 0;
    for (int i = 0; i < CASES; i++)
      answers += holdsOnce(cases, args.apply(cases), markets[i % markets.length]);
    assertThat(answers).as("defined answers").isGreaterThan(LEAST_ANSWERS);
  }

  private int holdsOnce(Cases cases, double[] args, Market market) {
    var run = new IndicatorRun(indicator, args);
    var rows = rows(cases, market, width(args));
    var seen = new double[ROWS][];
    int count = 0;
    int answers = 0;
    for (int t = 0; t < ROWS; t++) {
      if (cases.oneIn(9)) leavesTheStateAlone(run, cases, width(args));
      seen[count++] = rows[t];
      double expected = naive.answer(Arrays.copyOf(seen, count), args);
      double answer = run.update(t, rows[t]);
      String where = "%s%s in %s at %d".formatted(indicator.name(), Arrays.toString(args), market,
          t);
      if (Double.isNaN(expected)) {
        assertThat(answer).as(where).isNaN();
        continue;
      }
      answers++;
      double tolerance = 1e-9 * Math.max(Math.abs(expected), scale);
      assertThat(Math.abs(answer - expected)).as(where + " " + answer + " for " + expected)
          .isLessThanOrEqualTo(tolerance);
    }
    return answers;
  }

  private int width(double[] args) {
    return inputs == 0 ? (int) args[0] : inputs;
  }

  private static void leavesTheStateAlone(IndicatorRun run, Cases cases, int width) {
    var doubles = run.doubles();
    var longs = run.longs();
    var row = new double[width];
    double[] kinds = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    row[(int) cases.between(0, width)] = kinds[(int) cases.between(0, 3)];
    assertThat(run.update(0, row)).isNaN();
    assertThat(run.doubles()).isEqualTo(doubles);
    assertThat(run.longs()).isEqualTo(longs);
  }

  static double[][] rows(Cases cases, Market market, int width) {
    var rows = new double[ROWS][width];
    for (int column = 0; column < width; column++) {
      double last = cases.between(50, 200);
      for (var row : rows)
        row[column] = last = next(cases, market, last);
    }
    return rows;
  }

  private static double next(Cases cases, Market market, double last) {
    return switch (market) {
      case WALK ->
          Math.rint(last * (1 + cases.between(1, 101) * (cases.oneIn(2) ? 1 : -1) / 1e4) * 1e5)
              / 1e5;
      case STEPS -> cases.oneIn(3) ? cases.between(-2, 3) : Math.min(last, 2);
      case LEVEL -> 1e5 + cases.between(-1000, 1001) / 1e3;
      case OUTLIERS -> cases.between(1, 100_000) / 1e3 * (cases.oneIn(40) ? 1e6 : 1);
    };
  }

  /** How many updates it takes until the first value, in a market that never stands still. */
  static int firstValue(Indicator indicator, int width, double... args) {
    var run = new IndicatorRun(indicator, args);
    int updates = 0;
    for (var row : rows(new Cases(5), Market.WALK, width)) {
      updates++;
      if (!Double.isNaN(run.update(updates, row)))
        return updates;
    }
    throw new AssertionError("no value within " + ROWS + " updates");
  }

  /** The last n of the rows in one column, or null if there are fewer. */
  static double[] last(double[][] rows, int column, int n) {
    if (rows.length < n)
      return null;
    return Arrays.stream(rows, rows.length - n, rows.length)
        .mapToDouble(row -> row[column])
        .toArray();
  }

  static double mean(double[] values) {
    double rough = 0;
    for (double value : values)
      rough += value / values.length;
    // Once more around it, or on a high level the plain sum would be the less exact of the two.
    double rest = 0;
    for (double value : values)
      rest += value - rough;
    return rough + rest / values.length;
  }

  /** The sum of the products of what each value lies off its mean. */
  static double products(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++)
      sum += (x[i] - meanX) * (y[i] - meanY);
    return sum;
  }

  static boolean allEqual(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
