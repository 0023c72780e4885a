package io.qkt.core.market;

/** Placeholder until the market branch lands. */
public final class CandleAggregator {
  private final BarKey key;
  private long prev;
  private long open = Bar.NONE;
  private long o, h, l, c, v;

  public CandleAggregator(BarKey key, long prevOpenTime) {
    this.key = key;
    prev = prevOpenTime;
  }

  public Bar on(Quote q) {
    long at = key.timeframe().floor(q.time());
    Bar closed = null;
    if (open != Bar.NONE && at > open) {
      closed = new Bar(key, open, prev, o, h, l, c, v, Bar.ClosedBy.TICK, 0);
      prev = open;
      open = Bar.NONE;
    }
    if (open == Bar.NONE) {
      open = at;
      o = h = l = q.last();
      v = 0;
    }
    h = Math.max(h, q.last());
    l = Math.min(l, q.last());
    c = q.last();
    v += q.volume();
    return closed;
  }
}
