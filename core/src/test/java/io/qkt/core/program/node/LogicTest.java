package io.qkt.core.program.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 0 false, 1 undefined, 2 true. */
final class LogicTest {
  private final Frame frame = Frames.plain();
  private int asked;

  @ParameterizedTest
  @CsvSource({"0,0,0,0", "0,1,0,1", "0,2,0,2", "1,0,0,1", "1,1,1,1", "1,2,1,2", "2,0,0,2",
      "2,1,1,2", "2,2,2,2"})
  void andOr_areKleenes(int left, int right, int and, int or) {
    assertThat(new Logic.And(value(left), value(right)).eval(frame)).isEqualTo(and);
    assertThat(new Logic.Or(value(left), value(right)).eval(frame)).isEqualTo(or);
  }

  @ParameterizedTest
  @CsvSource({"0,2", "1,1", "2,0"})
  void not_isKleenes(int of, int not) {
    assertThat(new Logic.Not(value(of)).eval(frame)).isEqualTo(not);
  }

  @Test
  void andOr_whereOneSideDecides_askTheOtherToo() {
    ConditionNode counted = _ -> asked++ * 0;
    new Logic.And(value(Truth.FALSE), counted).eval(frame);
    new Logic.And(counted, value(Truth.FALSE)).eval(frame);
    new Logic.Or(value(Truth.TRUE), counted).eval(frame);
    new Logic.Or(counted, value(Truth.TRUE)).eval(frame);
    assertThat(asked).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"1,2, 0,0,0,2,2", "2,2, 0,2,2,0,2", "3,2, 2,2,0,0,0", "NaN,2, 1,1,1,1,1",
      "2,NaN, 1,1,1,1,1", "NaN,NaN, 1,1,1,1,1"})
  void comparisons_areTheirs(double a, double b, int greater, int atLeast, int equal, int less,
      int atMost) {
    var left = new Constant(a);
    var right = new Constant(b);
    assertThat(new Comparison.Greater(left, right).eval(frame)).isEqualTo(greater);
    assertThat(new Comparison.AtLeast(left, right).eval(frame)).isEqualTo(atLeast);
    assertThat(new Comparison.Equal(left, right).eval(frame)).isEqualTo(equal);
    assertThat(Comparison.less(left, right).eval(frame)).isEqualTo(less);
    assertThat(Comparison.atMost(left, right).eval(frame)).isEqualTo(atMost);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "1,1,0", "2,2,1"})
  void asNumber_ofACondition_isItsTruthOrOne(int truth, double itsTruth, double oneIfTrue) {
    assertThat(new AsNumber.ItsTruth(value(truth)).eval(frame)).isEqualTo(itsTruth);
    assertThat(new AsNumber.OneIfTrue(value(truth)).eval(frame)).isEqualTo(oneIfTrue);
  }

  private static ConditionNode value(int truth) {
    return new Logic.Value(truth);
  }
}
