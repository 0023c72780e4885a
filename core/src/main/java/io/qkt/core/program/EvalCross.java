package io.qkt.core.program;

/**
 * True on the bar at which {@code upper} comes to lie above {@code lower} after it did not. The
 * memory is a long slot: 0 nothing known, 1 was not above, 2 was above.
 */
record EvalCross(NumberNode upper, NumberNode lower, int memorySlot) implements ConditionNode {
  private static final long UNKNOWN = 0;
  private static final long NOT_ABOVE = 1;
  private static final long ABOVE = 2;

  @Override
  public int eval(Frame frame) {
    int above = Truth.greater(upper.eval(frame), lower.eval(frame));
    if (above == Truth.UNDEFINED) return Truth.UNDEFINED;
    long before = frame.longs[memorySlot];
    frame.longs[memorySlot] = above == Truth.TRUE ? ABOVE : NOT_ABOVE;
    if (before == UNKNOWN) return Truth.UNDEFINED;
    return Truth.of(above == Truth.TRUE && before == NOT_ABOVE);
  }
}
