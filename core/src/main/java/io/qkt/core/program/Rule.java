package io.qkt.core.program;

import io.qkt.core.order.Side;

/** WHEN a condition becomes true THEN order a quantity (scale 8) at market. */
public record Rule(int number, ConditionNode condition, Side side, long quantity) {
  /** Whether the condition is true on the bar that the frame shows. */
  public boolean holds(Frame frame) {
    return condition.eval(frame) == Truth.TRUE;
  }
}
