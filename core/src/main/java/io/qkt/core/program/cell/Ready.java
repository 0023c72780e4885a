package io.qkt.core.program.cell;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/** A number that is undefined until a stream has had so many bars: a warm-up that is a time. */
public record Ready(NumberNode of, int stream, long bars) implements NumberNode {
  @Override
  public double eval(Frame frame) {
    double value = of.eval(frame);
    return frame.bars(stream) < bars ? Double.NaN : value;
  }
}
