package io.qkt.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class EmaTest {
  private static final double NONE = Double.NaN;
  /** Not zero, so that a slot computed without its offset is seen. */
  private static final int D_AT = 2;
  private static final int L_AT = 1;

  private final double[] d = new double[D_AT + Ema.DOUBLES + 2];
  private final long[] l = new long[L_AT + Ema.LONGS + 2];

  @Test
  void update_periodThree_givesTheValuesWorkedOutByHand() {
    // Mean of 1, 2, 6 is 3; then each is the middle of the input and the one before.
    assertThat(run(3, 1, 2, 6, 4, 8, 0)).containsExactly(NONE, NONE, 3, 3.5, 5.75, 2.875);
  }

  @Test
  void update_periodFour_givesTheGoldenValues() {
    // a = 0.4: 2.5; 0.4*7+0.6*2.5 = 4.3; 0.4*-2+0.6*4.3 = 1.78; 0.4*0.5+0.6*1.78 = 1.268
    var values = run(4, 1, 2, 3, 4, 7, -2, 0.5);
    assertThat(Arrays.copyOf(values, 3)).containsOnly(NONE);
    assertThat(Arrays.copyOfRange(values, 3, 7)).containsExactly(new double[]{2.5, 4.3, 1.78,
        1.268}, within(1e-12));
  }

  @Test
  void update_periodOne_isTheInput() {
    assertThat(run(1, 5, 7, -1)).containsExactly(5, 7, -1);
  }

  @Test
  void update_undefinedInput_isSkippedAndAnswersUndefined() {
    assertThat(run(3, NONE, 1, NONE, 2, Double.POSITIVE_INFINITY, 6, NONE, 4))
        .containsExactly(NONE, NONE, NONE, NONE, NONE, 3, NONE, 3.5);
  }

  @Test
  void update_undefinedInput_touchesNoSlot() {
    run(3, 1, 2, 6, 4);
    var doubles = d.clone();
    var longs = l.clone();
    Ema.update(d, D_AT, l, L_AT, NONE);
    assertThat(d).isEqualTo(doubles);
    assertThat(l).isEqualTo(longs);
  }

  @Test
  void update_anyInputs_equalsTheNaiveAverageAndLeavesForeignSlotsAlone() {
    var cases = new Cases(11);
    for (int i = 0; i < 500; i++) {
      int period = (int) cases.between(1, 40);
      var inputs = new double[120];
      Arrays.setAll(inputs, _ -> cases.oneIn(9) ? NONE : cases.between(-1 << 30, 1 << 30) / 1e4);
      Arrays.fill(d, -7);
      Arrays.fill(l, -7);
      assertThat(run(period, inputs)).as("period %d", period).isEqualTo(naive(period, inputs));
      assertThat(new double[]{d[0], d[1], d[D_AT + Ema.DOUBLES]}).containsOnly(-7);
      assertThat(new long[]{l[0], l[L_AT + Ema.LONGS]}).containsOnly(-7);
    }
  }

  @Test
  void update_afterCopyingTheSlots_goesOnTheSame() {
    run(5, 1, 2, 3, 4, 5, 6);
    var doubles = d.clone();
    var longs = l.clone();
    double expected = Ema.update(d, D_AT, l, L_AT, 9);
    assertThat(Ema.update(doubles, D_AT, longs, L_AT, 9)).isEqualTo(expected);
  }

  @Test
  void init_periodBelowOne_isRefused() {
    assertThatThrownBy(() -> Ema.init(d, D_AT, l, L_AT, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a period must be at least 1, was 0");
  }

  private double[] run(int period, double... inputs) {
    Ema.init(d, D_AT, l, L_AT, period);
    return Arrays.stream(inputs).map(x -> Ema.update(d, D_AT, l, L_AT, x)).toArray();
  }

  /** Written from the definition: filter, seed with a mean, go on. */
  private static double[] naive(int period, double[] inputs) {
    var values = new double[inputs.length];
    var seen = new double[inputs.length];
    int count = 0;
    double previous = NONE;
    for (int i = 0; i < inputs.length; i++) {
      values[i] = NONE;
      if (Double.isNaN(inputs[i]))
        continue;
      seen[count++] = inputs[i];
      if (count == period) {
        previous = 0;
        for (int j = 0; j < period; j++)
          previous += seen[j];
        previous /= period;
      } else if (count > period) {
        double a = 2.0 / (period + 1);
        previous = a * inputs[i] + (1 - a) * previous;
      }
      values[i] = previous;
    }
    return values;
  }
}
