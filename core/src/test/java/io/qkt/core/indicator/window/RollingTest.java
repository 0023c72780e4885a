package io.qkt.core.indicator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class RollingTest {
  private static final double NONE = Double.NaN;

  @Test
  void rolling_ofThree_countsTheLatestIn() {
    assertThat(run(Rolling.SUM, 3, 1, 2, 6, 4, 8)).containsExactly(NONE, NONE, 9, 12, 18);
    assertThat(run(Rolling.MAX, 3, 1, 2, 6, 4, 5, 3)).containsExactly(NONE, NONE, 6, 6, 6, 5);
    assertThat(run(Rolling.MIN, 3, 3, 2, 6, 4, 8, 1)).containsExactly(NONE, NONE, 2, 2, 4, 1);
  }

  @Test
  void rolling_ofOne_isTheInput() {
    for (var rolling : Rolling.values())
      assertThat(run(rolling, 1, 4, -4, 6)).containsExactly(4, -4, 6);
  }

  @Test
  void sum_anOverflowHasLeft_hasLeftNoTrace() {
    assertThat(run(Rolling.SUM, 2, 1e308, 1e308, 1e308, 1, 2)).endsWith(1e308, 3);
  }

  @Test
  void rolling_ofAnyInputs_isItsDefinition() {
    for (int seed = 0; seed < 10_000; seed++) {
      var cases = new Cases(seed);
      int n = (int) cases.between(1, 40);
      var inputs = new double[(int) cases.between(1, 120)];
      Arrays.setAll(inputs, _ -> cases.between(-50, 50));
      assertThat(run(Rolling.SUM, n, inputs)).isEqualTo(naive(n, inputs, DoubleStream::sum));
      assertThat(run(Rolling.MAX, n, inputs))
          .isEqualTo(naive(n, inputs, last -> last.max().orElseThrow()));
      assertThat(run(Rolling.MIN, n, inputs))
          .isEqualTo(naive(n, inputs, last -> last.min().orElseThrow()));
    }
  }

  private static double[] naive(int n, double[] inputs, ToDoubleFunction<DoubleStream> of) {
    var answers = new double[inputs.length];
    Arrays.setAll(answers, i -> i + 1 < n ? NONE
        : of.applyAsDouble(Arrays.stream(inputs, i + 1 - n, i + 1)));
    return answers;
  }

  private static double[] run(Rolling rolling, int n, double... inputs) {
    var d = new double[2 + Rolling.doubles(n)];
    var l = new long[1 + Rolling.LONGS];
    rolling.init(d, 2, l, 1, n);
    return Arrays.stream(inputs).map(input -> rolling.update(d, 2, l, 1, input)).toArray();
  }
}
