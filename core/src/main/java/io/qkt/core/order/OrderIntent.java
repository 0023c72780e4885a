package io.qkt.core.order;

import io.qkt.core.market.Instrument;

/**
 * A decision to order. Its client order id makes it one order at the venue however often it is
 * offered; from {@code validUntil} on (feed time) nobody may send it any more.
 *
 * @param reducing whether it can only make its owner's position smaller; such an order is never
 * refused by a limit on entries
 */
public record OrderIntent(long seq, String cid, int rule, Instrument instrument, Side side,
    long quantity, OrderTerms terms, boolean reducing, long decidedAt, long validUntil) {

  /** Whether it is the stop or the target of a position that there is: such an order has no age. */
  public boolean protects() {
    return reducing && !terms.group().isEmpty();
  }
}
