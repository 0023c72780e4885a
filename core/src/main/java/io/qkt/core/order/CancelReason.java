package io.qkt.core.order;

/** Why an order ended before all of it was executed. */
public enum CancelReason {
  /** Its owner asked for it. */
  ASKED,
  /** Another order of its group was executed. */
  GROUP,
  /** Its time in force was over. */
  EXPIRED,
  /** It had to be executed on arrival and could not be. */
  UNFILLABLE,
  /** The venue did it of its own accord. */
  VENUE,
  /** It was cancelled before anybody sent it. */
  NEVER_SENT
}
