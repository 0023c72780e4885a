package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions whose numbers are looked up once, when a program is laid out: a call of a node costs
 * as much as what it computes. Each says what the node that it was made of says.
 */
final class Resolved {
  private Resolved() {}

  static ConditionNode greater(Comparison.Greater of) {
    int left = of.left().slot();
    int right = of.right().slot();
    if (left >= 0 && right >= 0) return new Above(left, right);
    if (left >= 0 && of.right() instanceof Constant(double bound)) return new Over(left, bound);
    if (right >= 0 && of.left() instanceof Constant(double bound)) return new Under(right, bound);
    return of;
  }

  static ConditionNode atLeast(Comparison.AtLeast of) {
    int left = of.left().slot();
    int right = of.right().slot();
    if (left >= 0 && right >= 0) return new NotAbove(right, left);
    var below = new Comparison.Greater(of.right(), of.left());
    var resolved = greater(below);
    return resolved == below ? of : new Logic.Not(resolved);
  }

  static ConditionNode equal(Comparison.Equal of) {
    if (of.left() instanceof Position(int stream) && of.right() instanceof Constant(double bound)
        && bound == 0)
      return new Flat(stream);
    return of;
  }

  /** All of a row of ANDs in one walk, in the order in which the text has them. */
  static ConditionNode and(Logic.And of) {
    var all = new ArrayList<ConditionNode>();
    gather(of, all);
    return all.size() == 2
        ? new Logic.And(all.getFirst(), all.getLast())
        : new All(all.toArray(ConditionNode[]::new));
  }

  private static void gather(ConditionNode of, List<ConditionNode> all) {
    if (of instanceof Logic.And(var left, var right)) {
      gather(left, all);
      gather(right, all);
    } else {
      all.add(of.hot());
    }
  }

  /** One number of the frame is greater than another. */
  private record Above(int left, int right) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      return Truth.greater(frame.d[left], frame.d[right]);
    }
  }

  private record NotAbove(int left, int right) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      return Truth.not(Truth.greater(frame.d[left], frame.d[right]));
    }
  }

  private record Over(int left, double bound) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      return Truth.greater(frame.d[left], bound);
    }
  }

  private record Under(int right, double bound) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      return Truth.greater(bound, frame.d[right]);
    }
  }

  /** Nothing is held; a position is never undefined, and its least is far above the tolerance. */
  private record Flat(int stream) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      return Truth.of(frame.facts().position(stream) == 0);
    }
  }

  private record All(ConditionNode[] of) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      int truth = Truth.TRUE;
      for (var one : of)
        truth = Math.min(truth, one.eval(frame));
      return truth;
    }
  }
}
