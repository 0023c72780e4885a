package io.qkt.core.program.frame;

import io.qkt.core.order.Side;

/** A cell that keeps what a number was when a rule of its stream fired. */
public interface CapturingCell extends BarCell {
  /** A rule of the stream that begins with an order of this side fires. */
  void capture(Frame frame, Side side);

  /** The position may have changed. */
  void follow(Frame frame);
}
