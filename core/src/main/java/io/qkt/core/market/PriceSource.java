package io.qkt.core.market;

/** Where a price comes from; it decides at what price an order that it touches is executed. */
public enum PriceSource {
  /** A tick: orders are executed at its price, which may lie beyond their level. */
  TICK,
  /** The open of a bar that follows the one before it without a hole in the data. */
  BAR_OPEN,
  /** The open of a bar behind a hole: the market was never seen at what lies between. */
  BAR_GAP,
  /** Another corner of a bar: the market passed every price on the way to it. */
  BAR_PATH
}
