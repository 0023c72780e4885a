package io.qkt.core.program;

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
    boolean holds = condition.eval(frame) == Truth.TRUE;
    if (!isReady(frame)) return false;
    boolean before = frame.l[held] != 0;
    frame.l[held] = holds ? 1 : 0;
    return holds && (level || !before);
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
