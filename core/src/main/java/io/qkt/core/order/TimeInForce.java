package io.qkt.core.order;

/** How long an order asks to live. */
public enum TimeInForce {
  /** Until it is executed or cancelled. */
  GTC,
  /** What can be executed on arrival is; the rest is cancelled. */
  IOC,
  /** Executed whole on arrival, or cancelled. */
  FOK,
  /** Until the end of its UTC day. */
  DAY,
  /** Until an instant that the order names. */
  GTD
}
