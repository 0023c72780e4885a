package io.qkt.backtest;

import io.qkt.core.order.OrderType;
import io.qkt.core.order.OrderUpdate.Filled;

/**
 * One execution of a replay.
 *
 * @param owner the name under which the strategy trades, of a portfolio's child {@code book:child}
 * @param time when it happened, which is later than the price at which it was made where another
 * market's price led to the order
 * @param realized by how much it moved what its owner has realized, its own fee included
 */
public record Execution(String owner, Filled fill, OrderType type, long time, long realized) {}
