package io.qkt.core.program.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.program.Frames;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalarFunctionTest {
  private final Frame frame = Frames.plain();

  @ParameterizedTest
  @CsvSource({"abs,-3,3", "abs,3,3", "sqrt,9,3", "sqrt,0,0", "sqrt,-1,NaN", "log,1,0", "log,0,NaN",
      "log,-1,NaN", "exp,0,1", "exp,1000,NaN", "exp,-1000,0", "ceil,1.2,2", "ceil,2,2",
      "ceil,-1.2,-1", "floor,1.8,1", "floor,2,2", "floor,-1.2,-2", "round,1.4,1", "round,1.6,2",
      "round,0.5,0", "round,1.5,2", "round,2.5,2", "round,-2.5,-2"})
  void functionOfOne_isItsDefinition(String name, double x, double expected) {
    assertThat(of(name, x)).isCloseTo(expected, within(0.0));
  }

  @ParameterizedTest
  @CsvSource({"pow,2,10,1024", "pow,4,0.5,2", "pow,-1,0.5,NaN", "pow,0,-1,NaN", "pow,1e200,2,NaN",
      "mod,7,3,1", "mod,-7,3,2", "mod,7,-3,-2", "mod,-7,-3,-1", "mod,6,3,0", "mod,7,0,NaN",
      "mod,5.5,2,1.5", "round_to,7,5,5", "round_to,8,5,10", "round_to,2.5,5,0",
      "round_to,7.5,5,10", "round_to,-7,5,-5", "round_to,1,0,NaN", "round_to,12,-5,10"})
  void functionOfTwo_isItsDefinition(String name, double x, double y, double expected) {
    assertThat(of(name, x, y)).isCloseTo(expected, within(0.0));
  }

  @Test
  void exp_andLog_areStrictMaths() {
    assertThat(of("exp", 1.1)).isEqualTo(StrictMath.exp(1.1));
    assertThat(of("log", 1.1)).isEqualTo(StrictMath.log(1.1));
    assertThat(of("pow", 1.1, 1.3)).isEqualTo(StrictMath.pow(1.1, 1.3));
  }

  @Test
  void rankOf_countsThoseStrictlyGreater() {
    assertThat(of("rank_of", 5, 7, 5, 3, 9)).isEqualTo(3);
    assertThat(of("rank_of", 9, 7, 5)).isEqualTo(1);
    // Exactly, not by the tolerance of the comparisons.
    assertThat(of("rank_of", 0.3, 0.1 + 0.2)).isEqualTo(2);
  }

  @Test
  void normalize_isThePlaceInTheRange() {
    assertThat(of("normalize", 4, 2, 10)).isEqualTo(0.25);
    assertThat(of("normalize", 2, 10)).isZero();
    assertThat(of("normalize", 10, 2, 4)).isEqualTo(1);
    assertThat(of("normalize", 3, 3, 3)).isZero();
  }

  @Test
  void softmax_isTheShare() {
    assertThat(of("softmax", 1, 1)).isEqualTo(0.5);
    assertThat(of("softmax", StrictMath.log(1), StrictMath.log(3), StrictMath.log(4)))
        .isCloseTo(0.125, within(1e-15));
    assertThat(of("softmax", 2000, 1000, 2000)).isEqualTo(0.5);
    assertThat(of("softmax", -2000, 1000)).isZero();
  }

  @Test
  void maxMin_areTheExtremes() {
    assertThat(of("max", 2, 5, 3)).isEqualTo(5);
    assertThat(of("min", 2, 5, 1)).isEqualTo(1);
  }

  @Test
  void functions_ofAnUndefinedArgument_areUndefined() {
    for (var function : ScalarFunction.values())
      for (int count = function.least(); count <= Math.min(function.most(), 4); count++)
        for (int i = 0; i < count; i++) {
          var arguments = new double[count];
          arguments[i] = Double.NaN;
          assertThat(of(function.text(), arguments)).as(function + " " + i).isNaN();
          Arrays.fill(arguments, 1);
          arguments[i] = Double.NaN;
          assertThat(of(function.text(), arguments)).as(function + " " + i).isNaN();
        }
  }

  @Test
  void functions_ofAnUndefinedArgument_askTheOthersOnce() {
    for (var function : ScalarFunction.values()) {
      var asked = new int[1];
      NumberNode counted = _ -> 0 * asked[0]++;
      int others = function.least() - 1;
      var arguments = Stream.concat(Stream.<NumberNode>of(new Constant(Double.NaN)),
          Stream.generate(() -> counted).limit(others)).toList();
      function.of(arguments).eval(frame);
      assertThat(asked[0]).as(function.text()).isEqualTo(others);
    }
  }

  @Test
  void catalogue_names_areUniqueAndFound() {
    assertThat(ScalarFunction.values()).extracting(ScalarFunction::text)
        .doesNotHaveDuplicates()
        .containsExactly("abs", "sqrt", "log", "exp", "pow", "mod", "round_to", "ceil", "floor",
            "round", "rank_of", "normalize", "softmax", "max", "min")
        .allSatisfy(text -> assertThat(ScalarFunction.named(text)).isPresent());
    assertThat(ScalarFunction.named("sine")).isEmpty();
    assertThat(ScalarFunction.values())
        .allSatisfy(function -> assertThat(function.summary()).endsWith("."));
  }

  @Test
  void calls_ofAnotherArity_areRefused() {
    assertThat(ScalarFunction.POW.takes(1)).isFalse();
    assertThat(ScalarFunction.MAX.takes(99)).isTrue();
    assertThatThrownBy(() -> ScalarFunction.POW.of(new Slot(1)))
        .hasMessage("pow must have 2 arguments, was given 1");
    assertThatThrownBy(() -> ScalarFunction.MAX.of(new Slot(1)))
        .hasMessage("max must have at least 2 arguments, was given 1");
  }

  @Test
  void calls_ofEqualArguments_areEqual() {
    for (var function : ScalarFunction.values()) {
      List<NumberNode> arguments = List.of(new Slot(1), new Slot(2))
          .subList(0,
              Math.min(2, function.least()))
          .stream()
          .<NumberNode>map(slot -> slot)
          .toList();
      assertThat(function.of(arguments)).isEqualTo(function.of(arguments));
    }
  }

  private double of(String name, double... arguments) {
    var nodes = Arrays.stream(arguments).<NumberNode>mapToObj(Constant::new).toList();
    return ScalarFunction.named(name).orElseThrow().of(nodes).eval(frame);
  }
}
