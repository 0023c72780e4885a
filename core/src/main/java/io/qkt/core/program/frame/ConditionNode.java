package io.qkt.core.program.frame;

/** A condition: one of the three values of {@link Truth}. */
@FunctionalInterface
public interface ConditionNode {
  int eval(Frame frame);

  /**
   * What has the same truth with fewer nodes to ask; itself where there is nothing better. Who
   * reads what a text says has the nodes as they were planned.
   */
  default ConditionNode hot() {
    return this;
  }
}
