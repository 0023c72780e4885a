package io.qkt.core.program.node;

import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/** The owner's working position on a stream's instrument, signed. */
public record Position(int stream) implements NumberNode {
  @Override
  public double eval(Frame frame) {
    long position = frame.facts().position(stream);
    return position == 0 ? 0 : Exact.toDouble(position);
  }
}
