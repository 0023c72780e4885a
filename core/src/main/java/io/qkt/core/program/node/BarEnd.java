package io.qkt.core.program.node;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/** When a stream's latest bar ended, in epoch milliseconds; undefined before its first. */
public record BarEnd(int stream) implements NumberNode {
  @Override
  public double eval(Frame frame) {
    long end = frame.endTime(stream);
    return frame.bars(stream) == 0 ? Double.NaN : Math.floorDiv(end, 1_000L);
  }
}
