package io.qkt.core.program;

import io.qkt.core.program.RuleTrace.Outcome;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Truth;
import java.util.List;

/**
 * WHEN a condition becomes true THEN do something; WHILE it is true, for a level rule.
 *
 * @param clock the stream on whose bars the condition is asked
 * @param warmUp how many bars each stream must have had before the rule may fire, by stream index;
 * empty where it waits for none
 * @param held the long slot that remembers whether the condition was true
 */
public record Rule(int number, int clock, ConditionNode condition, boolean level,
    int[] warmUp, int held, List<Action> actions) {

  /**
   * Hot: whether the rule fires on the bar that the frame shows. The condition is asked even where
   * the rule is not ready, so that what it remembers is warm too.
   */
  boolean fires(Frame frame) {
    return outcome(frame) == Outcome.FIRES;
  }

  /** The same with the reason. */
  Outcome outcome(Frame frame) {
    int truth = condition.eval(frame);
    if (!isReady(frame)) return Outcome.NOT_READY;
    boolean before = frame.l[held] != 0;
    frame.l[held] = truth == Truth.TRUE ? 1 : 0;
    return switch (truth) {
      case Truth.FALSE -> Outcome.FALSE;
      case Truth.UNDEFINED -> Outcome.UNDEFINED;
      default -> level || !before ? Outcome.FIRES : Outcome.STILL_TRUE;
    };
  }

  /** The same rule, quicker to ask. */
  Rule hot() {
    return new Rule(number, clock, condition.hot(), level, warmUp, held, actions);
  }

  /** Moves on what the condition remembers, without being told that it held. */
  void ask(Frame frame) {
    condition.eval(frame);
  }

  /** Lets the rule fire again although its condition stays true. */
  public void rearm(Frame frame) {
    frame.l[held] = 0;
  }

  private boolean isReady(Frame frame) {
    for (int stream = 0; stream < warmUp.length; stream++) {
      if (frame.bars(stream) < warmUp[stream]) return false;
    }
    return true;
  }
}
