package io.qkt.core.program.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import org.junit.jupiter.api.Test;

/** What is looked up once says the same as what is looked up each time, memory included. */
final class ResolvedPropertyTest {
  private static final int SEEDS = 10_000;
  private static final int FRAMES = 20;
  private static final double[] NUMBERS = {Double.NaN, Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY, 0, -0.0, 1, 1 + 1e-13, 1 + 1e-11, 1e-12, 2e-12, 100, 100 + 1e-11,
      100 + 1e-9, -100, 1e300, -1e300, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE};

  private final Frame frame = new Frame(4, 0);

  @Test
  void hot_ofAnyCondition_hasItsTruth() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var planned = condition(cases, 3);
      var hot = planned.hot();
      for (int i = 0; i < FRAMES; i++) {
        for (int slot = 0; slot < frame.d.length; slot++)
          frame.d[slot] = number(cases);
        assertThat(hot.eval(frame)).as("%s, seed %d", planned, seed).isEqualTo(planned.eval(frame));
      }
    }
  }

  @Test
  void hot_ofACross_remembersTheSame() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var planned = new Frame(4, 1);
      var hot = new Frame(4, 1);
      var cross = new Cross(new Slot(0), new Slot(1), cases.oneIn(2), 0);
      for (int i = 0; i < FRAMES; i++) {
        hot.d[0] = planned.d[0] = number(cases);
        hot.d[1] = planned.d[1] = number(cases);
        assertThat(cross.hot().eval(hot)).isEqualTo(cross.eval(planned));
        assertThat(hot.l).isEqualTo(planned.l);
      }
    }
  }

  /** The definition: more than the tolerance of the larger, or than that of 1. */
  @Test
  void greater_isByMoreThanTheToleranceOfTheLarger() {
    for (double a : NUMBERS) {
      for (double b : NUMBERS) {
        double larger = Math.max(Math.abs(a), Math.abs(b));
        double margin = larger > 1 && larger <= Double.MAX_VALUE ? 1e-12 * larger : 1e-12;
        int expected = a - b > margin ? Truth.TRUE
            : Double.isNaN(a) || Double.isNaN(b) ? Truth.UNDEFINED : Truth.FALSE;
        assertThat(Truth.greater(a, b)).as("%s > %s", a, b).isEqualTo(expected);
      }
    }
  }

  private static double number(Cases cases) {
    return NUMBERS[(int) cases.between(0, NUMBERS.length)];
  }

  private static ConditionNode condition(Cases cases, int depth) {
    if (depth == 0) return comparison(cases);
    return switch ((int) cases.between(0, 5)) {
      case 0 -> new Logic.Or(condition(cases, depth - 1), condition(cases, depth - 1));
      case 1 -> new Logic.Not(condition(cases, depth - 1));
      case 2 -> comparison(cases);
      default -> new Logic.And(condition(cases, depth - 1), condition(cases, depth - 1));
    };
  }

  private static ConditionNode comparison(Cases cases) {
    return switch ((int) cases.between(0, 3)) {
      case 0 -> new Comparison.Greater(operand(cases), operand(cases));
      case 1 -> new Comparison.AtLeast(operand(cases), operand(cases));
      default -> new Comparison.Equal(operand(cases), operand(cases));
    };
  }

  private static NumberNode operand(Cases cases) {
    return switch ((int) cases.between(0, 4)) {
      case 0 -> new Constant(number(cases));
      case 1 -> new Arithmetic.Neg(new Slot((int) cases.between(0, 4)));
      default -> new Slot((int) cases.between(0, 4));
    };
  }
}
