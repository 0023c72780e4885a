package io.qkt.core.risk;

import io.qkt.core.order.Side;

/**
 * An order as the gate sees it.
 *
 * @param price at scale 8, its limit or stop, 0 for a market order
 * @param reducing whether it can only make its owner's position smaller
 * @param instrument its place in the list of the view
 */
public record Proposal(Side side, long quantity, long price, boolean reducing, int instrument) {}
