package io.qkt.core.market;

/** Where a price comes from; it decides at what price an order that it touches is executed. */
public enum PriceSource {
  /** A tick: orders are executed at its price, which may lie beyond their level. */
  TICK,
  /** The open of a bar: an order whose level lies beyond it could not be executed at its level. */
  BAR_OPEN,
  /** Another corner of a bar: the market passed every price on the way to it. */
  BAR_PATH
}
