package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;

/** Two numbers compared; values that differ by rounding alone are equal. */
public sealed interface Comparison extends ConditionNode {

  record Greater(NumberNode left, NumberNode right) implements Comparison {
    @Override
    public int eval(Frame frame) {
      return Truth.greater(left.eval(frame), right.eval(frame));
    }

    @Override
    public ConditionNode hot() {
      return Resolved.greater(this);
    }
  }

  record AtLeast(NumberNode left, NumberNode right) implements Comparison {
    @Override
    public int eval(Frame frame) {
      return Truth.not(Truth.greater(right.eval(frame), left.eval(frame)));
    }

    @Override
    public ConditionNode hot() {
      return Resolved.atLeast(this);
    }
  }

  record Equal(NumberNode left, NumberNode right) implements Comparison {
    @Override
    public int eval(Frame frame) {
      return Truth.equal(left.eval(frame), right.eval(frame));
    }

    @Override
    public ConditionNode hot() {
      return Resolved.equal(this);
    }
  }

  static Comparison less(NumberNode left, NumberNode right) {
    return new Greater(right, left);
  }

  static Comparison atMost(NumberNode left, NumberNode right) {
    return new AtLeast(right, left);
  }
}
