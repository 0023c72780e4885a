package io.qkt.core.order;

import io.qkt.core.market.Instrument;

/**
 * A decision to order. Its client order id makes it one order at the venue however often it is
 * offered; from {@code validUntil} on (feed time) nobody may send it any more.
 */
public record OrderIntent(long seq, String cid, int rule, Instrument instrument, Side side,
    OrderType type, long quantity, long decidedAt, long validUntil) {}
