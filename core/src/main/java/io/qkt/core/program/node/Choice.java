package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;
import java.util.List;

/**
 * CASE: the body of the first branch whose condition is true, else the last body. All conditions
 * are asked every time, so that what they remember stays in step; of the bodies only the chosen one
 * is.
 */
public sealed interface Choice {

  record OfNumbers(List<ConditionNode> when, List<NumberNode> then,
      NumberNode otherwise) implements Choice, NumberNode {
    public OfNumbers {
      when = List.copyOf(when);
      then = List.copyOf(then);
      requireBodies(when, then);
    }

    @Override
    public double eval(Frame frame) {
      int chosen = firstTrue(when, frame);
      return (chosen < 0 ? otherwise : then.get(chosen)).eval(frame);
    }
  }

  record OfConditions(List<ConditionNode> when, List<ConditionNode> then,
      ConditionNode otherwise) implements Choice, ConditionNode {
    public OfConditions {
      when = List.copyOf(when);
      then = List.copyOf(then);
      requireBodies(when, then);
    }

    @Override
    public int eval(Frame frame) {
      int chosen = firstTrue(when, frame);
      return (chosen < 0 ? otherwise : then.get(chosen)).eval(frame);
    }
  }

  private static int firstTrue(List<ConditionNode> when, Frame frame) {
    int first = -1;
    for (int i = 0; i < when.size(); i++) {
      if (when.get(i).eval(frame) == Truth.TRUE && first < 0) first = i;
    }
    return first;
  }

  private static void requireBodies(List<?> when, List<?> then) {
    if (when.size() != then.size()) {
      throw new IllegalArgumentException(
          "a CASE must have a body for each of its %d conditions, was %d".formatted(when.size(),
              then.size()));
    }
  }
}
