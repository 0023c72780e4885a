package io.qkt.core.venue;

import io.qkt.core.market.Instrument;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.Side;

/** An order as it is sent to a venue; the venue refuses it after {@code notAfter} (venue time). */
public record VenueOrder(String cid, Instrument instrument, Side side, OrderType type,
    long quantity, long sentAt, long notAfter) {}
