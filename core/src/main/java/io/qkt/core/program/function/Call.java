package io.qkt.core.program.function;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A use of a function of one or two numbers. */
sealed interface Call extends NumberNode {

  record Of(Unary function, NumberNode x) implements Call {
    @Override
    public double eval(Frame frame) {
      return function.operator.applyAsDouble(x.eval(frame));
    }
  }

  record OfTwo(Binary function, NumberNode x, NumberNode y) implements Call {
    @Override
    public double eval(Frame frame) {
      return function.operator.applyAsDouble(x.eval(frame), y.eval(frame));
    }
  }

  /** Named, because two lambdas are never equal and equal calls must be. */
  enum Unary {
    ABS(Math::abs), SQRT(StrictMath::sqrt), LOG(ScalarMath::log), EXP(ScalarMath::exp), CEIL(
        ScalarMath::ceil),
    FLOOR(ScalarMath::floor), ROUND(ScalarMath::round);

    private final DoubleUnaryOperator operator;

    Unary(DoubleUnaryOperator operator) {
      this.operator = operator;
    }
  }

  /** Named for the same reason. */
  enum Binary {
    POW(ScalarMath::pow), MOD(ScalarMath::mod), ROUND_TO(ScalarMath::roundTo);

    private final DoubleBinaryOperator operator;

    Binary(DoubleBinaryOperator operator) {
      this.operator = operator;
    }
  }
}
