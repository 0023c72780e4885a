package io.qkt.core.program.frame;

/** A number that the frame defines, or NaN where it is undefined. */
@FunctionalInterface
public interface NumberNode {
  double eval(Frame frame);
}
