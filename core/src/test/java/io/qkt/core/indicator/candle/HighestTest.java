package io.qkt.core.indicator.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.indicator.Definition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HighestTest {
  @Test
  void highest_ofAnyInputs_isTheHighestOfTheLast() {
    var cases = new Cases(3);
    for (int period = 1; period <= 30; period++) {
      var d = new double[2 + Highest.size(period)];
      var l = new long[1 + Highest.LONGS];
      Highest.init(d, 2, l, 1, period);
      var inputs = new double[100];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = cases.between(-50, 50);
        double highest = Definition.last(Arrays.copyOf(inputs, i + 1), period).max().orElseThrow();
        assertThat(new double[]{Highest.update(d, 2, l, 1, inputs[i])}).containsExactly(highest);
      }
    }
  }
}
