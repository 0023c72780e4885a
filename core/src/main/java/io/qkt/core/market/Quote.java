package io.qkt.core.market;

/** The best bid and ask at an instant, with the last trade; prices and volume at scale 8. */
public record Quote(long time, long bid, long ask, long last, long volume) {}
