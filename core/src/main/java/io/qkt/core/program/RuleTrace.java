package io.qkt.core.program;

/** What became of a rule when it was asked on a bar that ended at {@code time}. */
public record RuleTrace(int rule, long time, Outcome outcome) {

  /** Why a rule acts or does not. */
  public enum Outcome {
    FIRES,
    /** A stream that it waits for has not had bars enough. */
    NOT_READY, FALSE,
    /** The condition names something that has no value yet. */
    UNDEFINED,
    /** It is true and has been since it fired. */
    STILL_TRUE
  }
}
