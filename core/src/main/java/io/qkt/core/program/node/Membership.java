package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import java.util.List;

/** Whether a number lies in a range, in a list, or is there at all. */
public sealed interface Membership extends ConditionNode {

  /** Both bounds belong to it; undefined if one of the three is, even where another decides. */
  record Between(NumberNode of, NumberNode low, NumberNode high) implements Membership {
    @Override
    public int eval(Frame frame) {
      double value = of.eval(frame);
      int notBelow = Truth.not(Truth.greater(low.eval(frame), value));
      int notAbove = Truth.not(Truth.greater(value, high.eval(frame)));
      boolean undefined = notBelow == Truth.UNDEFINED || notAbove == Truth.UNDEFINED;
      return undefined ? Truth.UNDEFINED : Math.min(notBelow, notAbove);
    }
  }

  /** Undefined members are no members; members after a hit are not asked, as the language says. */
  record In(NumberNode of, List<NumberNode> members) implements Membership {
    public In {
      members = List.copyOf(members);
    }

    @Override
    public int eval(Frame frame) {
      double value = of.eval(frame);
      if (value != value) return Truth.UNDEFINED;
      for (int i = 0; i < members.size(); i++) {
        if (Truth.equal(value, members.get(i).eval(frame)) == Truth.TRUE) return Truth.TRUE;
      }
      return Truth.FALSE;
    }
  }

  /** IS NULL of a number; its NOT is IS NOT NULL. Never undefined. */
  record IsNull(NumberNode of) implements Membership {
    @Override
    public int eval(Frame frame) {
      double value = of.eval(frame);
      return Truth.of(value != value);
    }
  }

  /** IS NULL of a condition. */
  record IsUndefined(ConditionNode of) implements Membership {
    @Override
    public int eval(Frame frame) {
      return Truth.of(of.eval(frame) == Truth.UNDEFINED);
    }
  }
}
