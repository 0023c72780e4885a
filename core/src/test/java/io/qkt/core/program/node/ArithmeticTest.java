package io.qkt.core.program.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

final class ArithmeticTest {
  private static final List<BiFunction<NumberNode, NumberNode, NumberNode>> OPERATORS = List.of(
      Arithmetic.Add::new, Arithmetic.Sub::new, Arithmetic.Mul::new, Arithmetic.Div::new);

  private final Frame frame = Frames.plain();
  private int asked;

  @Test
  void operators_ofNumbers_areTheirs() {
    assertThat(OPERATORS.stream().map(operator -> of(operator, 7, 2)))
        .containsExactly(9.0, 5.0, 14.0, 3.5);
    assertThat(new Arithmetic.Neg(new Constant(3)).eval(frame)).isEqualTo(-3);
  }

  @Test
  void operators_ofTheUndefined_areUndefined() {
    for (var operator : OPERATORS) {
      assertThat(of(operator, Double.NaN, 2)).isNaN();
      assertThat(of(operator, 2, Double.NaN)).isNaN();
    }
    assertThat(new Arithmetic.Neg(new Constant(Double.NaN)).eval(frame)).isNaN();
  }

  @Test
  void div_byZero_isUndefined() {
    for (double dividend : new double[]{0, 1, -1}) {
      assertThat(of(Arithmetic.Div::new, dividend, 0)).isNaN();
      assertThat(of(Arithmetic.Div::new, dividend, -0.0)).isNaN();
    }
  }

  @Test
  void operators_beyondWhatADoubleHolds_areUndefined() {
    assertThat(of(Arithmetic.Add::new, Double.MAX_VALUE, Double.MAX_VALUE)).isNaN();
    assertThat(of(Arithmetic.Sub::new, -Double.MAX_VALUE, Double.MAX_VALUE)).isNaN();
    assertThat(of(Arithmetic.Mul::new, 1e200, 1e200)).isNaN();
    assertThat(of(Arithmetic.Div::new, 1e200, 1e-200)).isNaN();
  }

  @Test
  void operators_ofAnUndefinedSide_askTheOtherToo() {
    NumberNode counted = _ -> asked++;
    for (var operator : OPERATORS) {
      operator.apply(new Constant(Double.NaN), counted).eval(frame);
      operator.apply(counted, new Constant(Double.NaN)).eval(frame);
    }
    assertThat(asked).isEqualTo(8);
  }

  @Test
  void equalExpressions_areEqual() {
    for (var operator : OPERATORS)
      assertThat(operator.apply(new Slot(3), new Constant(2)))
          .isEqualTo(operator.apply(new Slot(3), new Constant(2)));
  }

  private double of(BiFunction<NumberNode, NumberNode, NumberNode> operator, double a, double b) {
    return operator.apply(new Constant(a), new Constant(b)).eval(frame);
  }
}
