package io.qkt.core.program;

/** Both; the right side is evaluated even where the left is false, since it may remember. */
record EvalAnd(ConditionNode left, ConditionNode right) implements ConditionNode {
  @Override
  public int eval(Frame frame) {
    return Math.min(left.eval(frame), right.eval(frame));
  }
}
