package io.qkt.core.program.node;

import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.frame.Truth;

/** A condition where a number is asked for. */
public sealed interface AsNumber extends NumberNode {

  /** 0 false, 1 undefined, 2 true: what an indicator of a condition is fed. */
  record ItsTruth(ConditionNode of) implements AsNumber {
    @Override
    public double eval(Frame frame) {
      return of.eval(frame);
    }
  }

  /** 1 where it is true, else 0: what counting it adds. */
  record OneIfTrue(ConditionNode of) implements AsNumber {
    @Override
    public double eval(Frame frame) {
      return of.eval(frame) == Truth.TRUE ? 1 : 0;
    }
  }
}
