package io.qkt.core.program;

/** A number that a bar defines, or NaN where it is undefined. */
@FunctionalInterface
interface NumberNode {
  double eval(Frame frame);
}
