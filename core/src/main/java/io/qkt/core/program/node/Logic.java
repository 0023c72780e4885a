package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Truth;

/**
 * Kleene's connectives. Both sides are always evaluated, even where one of them decides, because
 * the other may remember what it saw.
 */
public sealed interface Logic extends ConditionNode {

  record Value(int truth) implements Logic {
    @Override
    public int eval(Frame frame) {
      return truth;
    }
  }

  record And(ConditionNode left, ConditionNode right) implements Logic {
    @Override
    public int eval(Frame frame) {
      return Math.min(left.eval(frame), right.eval(frame));
    }

    @Override
    public ConditionNode hot() {
      return Resolved.and(this);
    }
  }

  record Or(ConditionNode left, ConditionNode right) implements Logic {
    @Override
    public int eval(Frame frame) {
      return Math.max(left.eval(frame), right.eval(frame));
    }

    @Override
    public ConditionNode hot() {
      return new Or(left.hot(), right.hot());
    }
  }

  record Not(ConditionNode of) implements Logic {
    @Override
    public int eval(Frame frame) {
      return Truth.not(of.eval(frame));
    }

    @Override
    public ConditionNode hot() {
      return new Not(of.hot());
    }
  }
}
