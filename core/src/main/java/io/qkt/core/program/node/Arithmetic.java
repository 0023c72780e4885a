package io.qkt.core.program.node;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.function.ScalarMath;

/** The operators of two numbers and the minus of one; undefined where an operand is. */
public sealed interface Arithmetic extends NumberNode {

  record Add(NumberNode left, NumberNode right) implements Arithmetic {
    @Override
    public double eval(Frame frame) {
      return ScalarMath.finite(left.eval(frame) + right.eval(frame));
    }
  }

  record Sub(NumberNode left, NumberNode right) implements Arithmetic {
    @Override
    public double eval(Frame frame) {
      return ScalarMath.finite(left.eval(frame) - right.eval(frame));
    }
  }

  record Mul(NumberNode left, NumberNode right) implements Arithmetic {
    @Override
    public double eval(Frame frame) {
      return ScalarMath.finite(left.eval(frame) * right.eval(frame));
    }
  }

  /** Undefined also where the divisor is 0: a quotient by it is infinite or no number. */
  record Div(NumberNode left, NumberNode right) implements Arithmetic {
    @Override
    public double eval(Frame frame) {
      return ScalarMath.finite(left.eval(frame) / right.eval(frame));
    }
  }

  record Neg(NumberNode of) implements Arithmetic {
    @Override
    public double eval(Frame frame) {
      return -of.eval(frame);
    }
  }
}
