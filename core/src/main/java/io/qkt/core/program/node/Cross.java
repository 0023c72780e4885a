package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;

/**
 * True on the evaluation at which {@code left} comes to lie above {@code right} after it did not,
 * or the other way round. Equality counts as not above. The memory is a long slot of this one use:
 * 0 nothing known, 1 was not above, 2 was above; where a side is undefined it stays as it was.
 */
public record Cross(NumberNode left, NumberNode right, boolean up,
    int memory) implements ConditionNode {
  private static final long UNKNOWN = 0;
  private static final long NOT_ABOVE = 1;
  private static final long ABOVE = 2;

  @Override
  public int eval(Frame frame) {
    int above = Truth.greater(left.eval(frame), right.eval(frame));
    if (above == Truth.UNDEFINED) return Truth.UNDEFINED;
    long before = frame.l[memory];
    long now = above == Truth.TRUE ? ABOVE : NOT_ABOVE;
    frame.l[memory] = now;
    if (before == UNKNOWN) return Truth.UNDEFINED;
    return Truth.of(before != now && (now == ABOVE) == up);
  }
}
