package io.qkt.core.order;

/** Where an order is in its life. */
public enum OrderState {
  /** Offer it to its broker until the broker has seen it or it is no longer valid. */
  OFFERED(false),
  /** Wait for the venue's answer; never send it again. */
  SENT(false),
  /** Wait for executions. */
  WORKING(false),
  /** Wait for the rest of the executions. */
  PARTIAL(false),
  /** Ask the venue until it is found or proved absent; let no second entry follow it. */
  UNKNOWN(false),
  /** Wait for the venue's word; an execution that overtakes the cancel still counts. */
  CANCELLING(false),
  /** Nothing is left to do: all of it is executed. */
  FILLED(true),
  /** Nothing is left to do: the venue said no. */
  REJECTED(true),
  /** Nothing is left to do: a gate before the venue said no. */
  REFUSED(true),
  /** Nothing is left to do: it grew too old before anybody sent it. */
  LAPSED(true),
  /** Watch for late evidence; the venue is proved not to have it. */
  ABSENT(true),
  /** Nothing is left to do: the rest of it was taken back. */
  CANCELLED(true),
  /** Nothing is left to do: its time was over before the rest of it was executed. */
  EXPIRED(true);

  private final boolean terminal;

  OrderState(boolean terminal) {
    this.terminal = terminal;
  }

  public boolean terminal() {
    return terminal;
  }
}
