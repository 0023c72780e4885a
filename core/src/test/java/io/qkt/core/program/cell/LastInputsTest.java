package io.qkt.core.program.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** SINCE T-n, sum, avg and count. */
final class LastInputsTest {
  private static final double NONE = Double.NaN;

  private final Bench bench = new Bench();

  @Test
  void last_ofThree_countsTheLatestIn() {
    assertThat(run(Aggregate.MAX, 3, 4, 1, 2, 0)).containsExactly(NONE, NONE, 4, 2);
  }

  @Test
  void last_eachKind_isItsDefinition() {
    assertThat(run(Aggregate.MIN, 2, 4, 1, 3)).containsExactly(NONE, 1, 1);
    assertThat(run(Aggregate.MEAN, 2, 4, 1, 3)).containsExactly(NONE, 2.5, 2);
    assertThat(run(Aggregate.SUM, 2, 4, 1, 3)).containsExactly(NONE, 5, 4);
  }

  @Test
  void last_undefinedInput_isNotCounted() {
    // The third value is the second one again: nothing has been added.
    assertThat(run(Aggregate.SUM, 2, 4, 1, NONE, 3)).containsExactly(NONE, 5, 5, 4);
    assertThat(run(Aggregate.SUM, 2, NONE, 1, 3)).containsExactly(NONE, NONE, 4);
  }

  @Test
  void last_sumBeyondADouble_isUndefinedForAsLong() {
    assertThat(run(Aggregate.SUM, 2, 1e308, 1e308, 1, 2)).containsExactly(NONE, NONE, 1e308, 3);
  }

  @Test
  void count_ofThree_countsTheTrueAlone() {
    var count = bench.cells.count(0, bench.condition(0), 3);
    var counts = new ArrayList<Double>();
    for (int truth : new int[]{Truth.TRUE, Truth.UNDEFINED, Truth.TRUE, Truth.FALSE, Truth.FALSE}) {
      bench.nextTruths(truth);
      counts.add(count.eval(bench.frame));
    }
    assertThat(counts).containsExactly(NONE, NONE, 2.0, 1.0, 1.0);
  }

  @Test
  void last_ofAnyInputs_isItsDefinition() {
    for (int seed = 0; seed < 10_000; seed++) {
      var cases = new Cases(seed);
      var aggregate = Aggregate.values()[seed % 4];
      int n = (int) cases.between(1, 12);
      var inputs = new double[(int) cases.between(1, 40)];
      for (int i = 0; i < inputs.length; i++)
        inputs[i] = cases.oneIn(6) ? NONE : cases.between(-500, 500) / 8.0;
      assertThat(run(aggregate, n, inputs)).as("seed " + seed)
          .containsExactly(naive(aggregate, n, inputs), within(1e-12));
    }
  }

  @Test
  void equalWindows_shareOneCell() {
    assertThat(bench.cells.last(Aggregate.MAX, 0, bench.input, 3))
        .isSameAs(bench.cells.last(Aggregate.MAX, 0, bench.input, 3))
        .isNotSameAs(bench.cells.last(Aggregate.MIN, 0, bench.input, 3))
        .isNotSameAs(bench.cells.last(Aggregate.MAX, 1, bench.input, 3));
  }

  private static double[] naive(Aggregate aggregate, int n, double[] inputs) {
    var defined = new ArrayList<Double>();
    var answers = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] == inputs[i]) defined.add(inputs[i]);
      int count = defined.size();
      answers[i] = count < n ? NONE : of(aggregate, defined.subList(count - n, count));
    }
    return answers;
  }

  static double of(Aggregate aggregate, List<Double> values) {
    var stream = DoubleStream.of(values.stream().mapToDouble(value -> value).toArray());
    return switch (aggregate) {
      case MIN -> stream.min().orElse(NONE);
      case MAX -> stream.max().orElse(NONE);
      case MEAN -> stream.average().orElse(NONE);
      case SUM -> values.isEmpty() ? NONE : stream.sum();
    };
  }

  private static double[] run(Aggregate aggregate, int n, double... inputs) {
    var bench = new Bench();
    NumberNode last = bench.cells.last(aggregate, 0, bench.input, n);
    return DoubleStream.of(inputs).map(input -> bench.next(input, last)).toArray();
  }
}
