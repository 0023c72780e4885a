package io.qkt.core.position;

/**
 * What one execution did to its leg and to the money.
 *
 * @param realized by how much it moved {@link Ledger#realized()}, its fee included
 * @param closedPnl what the closed part made, less its share of the fee; 0 if nothing was closed
 * @param closedQuantity how much of the leg it closed
 * @param openedQuantity how much it opened or added
 * @param opened whether the leg was opened by it, {@code closed} whether it ended, both if flipped
 * @param inexact whether a figure is beyond a long and shows the nearest extreme instead; the
 * ledger itself stays exact, and so do its figures as soon as a long can hold them again
 */
public record Outcome(long realized, long closedPnl, long closedQuantity, long openedQuantity,
    boolean opened, boolean closed, boolean flipped, boolean inexact) {}
