package io.qkt.core.program.action;

import io.qkt.core.program.frame.NumberNode;

/** At what price an order asks to be executed. */
public sealed interface Pricing {
  Pricing MARKET = new Market();

  record Market() implements Pricing {}

  record Limit(NumberNode price) implements Pricing {}

  record Stop(NumberNode price) implements Pricing {}

  record StopLimit(NumberNode stop, NumberNode limit) implements Pricing {}

  /**
   * Executed once the market is at a price, from whichever side it comes there; {@code limit} is
   * the worst price that is then accepted, or null.
   */
  record Touched(NumberNode price, NumberNode limit) implements Pricing {}

  /** Held by ourselves: triggers when the market comes back by a distance from its best price. */
  record TrailBy(NumberNode distance) implements Pricing {}

  /** The same by a percentage of the best price. */
  record TrailPercent(NumberNode percent) implements Pricing {}

  /**
   * A limit or stop so far from an anchor: the price of an exit, or the wire of a latch. {@code
   * with} moves it in the direction of the closing order or of the touched wire, else against.
   */
  record FromAnchor(boolean isLimit, boolean with, NumberNode distance) implements Pricing {}
}
