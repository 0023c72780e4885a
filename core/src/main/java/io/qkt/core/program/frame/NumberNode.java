package io.qkt.core.program.frame;

/** A number that the frame defines, or NaN where it is undefined. */
@FunctionalInterface
public interface NumberNode {
  double eval(Frame frame);

  /** Where in {@link Frame#d} it lies already, or -1 if it has to be computed. */
  default int slot() {
    return -1;
  }
}
