package io.qkt.core.program.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CASE WHEN a THEN 10 WHEN b THEN 20 ELSE 30 END. */
final class ChoiceTest {
  private final Frame frame = Frames.plain();
  private final List<String> asked = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"2,2,10", "2,0,10", "0,2,20", "1,2,20", "0,0,30", "1,1,30", "0,1,30"})
  void choice_takesTheFirstThatIsTrue(int a, int b, double expected) {
    assertThat(numbers(a, b).eval(frame)).isEqualTo(expected);
  }

  @Test
  void choice_anyway_asksAllConditionsAndOneBody() {
    numbers(Truth.TRUE, Truth.TRUE).eval(frame);
    assertThat(asked).containsExactly("a", "b", "10");
  }

  @Test
  void choice_ofAnUndefinedBody_isUndefined() {
    var choice = new Choice.OfNumbers(List.of(new Logic.Value(Truth.TRUE)),
        List.of(new Constant(Double.NaN)), new Constant(1));
    assertThat(choice.eval(frame)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"2,1", "0,0", "1,0"})
  void choice_ofConditions_isTheBodysTruth(int when, int expected) {
    var choice = new Choice.OfConditions(List.of(new Logic.Value(when)),
        List.of(new Logic.Value(Truth.UNDEFINED)), new Logic.Value(Truth.FALSE));
    assertThat(choice.eval(frame)).isEqualTo(expected);
  }

  @Test
  void choice_withoutABodyForEach_isRefused() {
    assertThatThrownBy(() -> new Choice.OfNumbers(List.of(), List.of(new Slot(0)), new Slot(0)))
        .hasMessage("a CASE must have a body for each of its 0 conditions, was 1");
  }

  private Choice.OfNumbers numbers(int a, int b) {
    return new Choice.OfNumbers(List.of(condition("a", a), condition("b", b)),
        List.of(body(10), body(20)), body(30));
  }

  private ConditionNode condition(String name, int truth) {
    return _ -> {
      asked.add(name);
      return truth;
    };
  }

  private NumberNode body(int value) {
    return _ -> {
      asked.add(Integer.toString(value));
      return value;
    };
  }
}
