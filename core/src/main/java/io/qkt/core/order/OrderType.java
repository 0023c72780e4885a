package io.qkt.core.order;

/**
 * How an order asks to be executed; what a venue does not offer is held by ourselves as a watch.
 */
public enum OrderType {
  /** At once, at what the market gives. */
  MARKET,
  /** At its limit price or better. */
  LIMIT,
  /** At what the market gives, once its stop price is touched. */
  STOP,
  /** At its limit price or better, once its stop price is touched. */
  STOP_LIMIT
}
