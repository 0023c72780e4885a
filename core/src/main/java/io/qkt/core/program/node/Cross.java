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
    return moved(frame, Truth.greater(left.eval(frame), right.eval(frame)), up, memory);
  }

  @Override
  public ConditionNode hot() {
    return left.slot() < 0 || right.slot() < 0
        ? this
        : new OfSlots(left.slot(), right.slot(), up, memory);
  }

  /** One of two numbers that lie in the frame. */
  private record OfSlots(int left, int right, boolean up, int memory) implements ConditionNode {
    @Override
    public int eval(Frame frame) {
      return moved(frame, Truth.greater(frame.d[left], frame.d[right]), up, memory);
    }
  }

  private static int moved(Frame frame, int above, boolean up, int memory) {
    if (above == Truth.UNDEFINED) return Truth.UNDEFINED;
    long before = frame.l[memory];
    long now = above == Truth.TRUE ? ABOVE : NOT_ABOVE;
    frame.l[memory] = now;
    if (before == UNKNOWN) return Truth.UNDEFINED;
    return Truth.of(before != now && (now == ABOVE) == up);
  }
}
