package io.qkt.core.venue;

import io.qkt.core.market.Instrument;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;

/** An order as it is sent to a venue; the venue refuses it after {@code notAfter} (venue time). */
public record VenueOrder(String cid, Instrument instrument, Side side, long quantity,
    OrderTerms terms, boolean reducing, long sentAt, long notAfter) {

  /** Whether it is the stop or the target of a position that there is. */
  public boolean protects() {
    return reducing && !terms.group().isEmpty();
  }
}
