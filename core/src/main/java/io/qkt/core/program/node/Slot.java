package io.qkt.core.program.node;

import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/**
 * A number that lies in the frame: a field of a stream's latest bar, or what a cell has computed.
 */
public record Slot(int at) implements NumberNode {
  /** A field of the latest closed bar of a stream. */
  public static Slot of(int stream, BarField field) {
    return new Slot(stream * BarField.COUNT + field.ordinal());
  }

  @Override
  public int slot() {
    return at;
  }

  @Override
  public double eval(Frame frame) {
    return frame.d[at];
  }
}
