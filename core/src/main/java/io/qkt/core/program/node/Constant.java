package io.qkt.core.program.node;

import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;

/** A number that is written in the text. */
public record Constant(double value) implements NumberNode {
  @Override
  public double eval(Frame frame) {
    return value;
  }
}
