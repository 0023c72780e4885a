package io.qkt.core.program;

/** True where the working position of the stream is above zero. */
record EvalLong() implements ConditionNode {
  @Override
  public int eval(Frame frame) {
    return Truth.of(frame.position > 0);
  }
}
