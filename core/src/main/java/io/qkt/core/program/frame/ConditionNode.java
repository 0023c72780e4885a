package io.qkt.core.program.frame;

/** A condition: one of the three values of {@link Truth}. */
@FunctionalInterface
public interface ConditionNode {
  int eval(Frame frame);
}
