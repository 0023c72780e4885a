package io.qkt.core.market;

import io.qkt.core.market.Bar.ClosedBy;

/**
 * Makes bars of the quotes of one instrument, on the grid of one timeframe. An interval without a
 * quote makes no bar. The price of a quote is its last trade, or where it has none the middle of
 * bid and ask. A quote that has no positive price, is crossed or is an outlier is dropped.
 */
public final class CandleAggregator {
  private final BarKey key;
  private final OutlierFilter outliers = new OutlierFilter();
  private long prevOpenTime;
  private boolean isOpen;
  private long openTime;
  private long endTime;
  private long open;
  private long high;
  private long low;
  private long close;
  private long volume;
  private long bid;
  private long ask;
  private int lateTicks;
  private long droppedQuotes;
  private long lateQuotes;

  /**
   * @param prevOpenTime the open time of the last stored bar, or {@link Bar#NONE}; what belongs to
   * that bar or an earlier one is late
   */
  public CandleAggregator(BarKey key, long prevOpenTime) {
    this.key = key;
    this.prevOpenTime = prevOpenTime;
  }

  public BarKey key() {
    return key;
  }

  /**
   * Hot: runs once for each quote and timeframe.
   *
   * @return the bar that this quote closes, or null; a quote closes at most one
   */
  public Bar on(Quote quote) {
    if (quote.isBad()) {
      droppedQuotes++;
      return null;
    }
    long time = quote.time();
    if (isLate(time)) {
      lateQuotes++;
      lateTicks++;
      return null;
    }
    long price = quote.price();
    if (!outliers.admits(price, time)) {
      droppedQuotes++;
      return null;
    }
    if (isOpen && time < endTime) {
      extend(price, quote);
      return null;
    }
    var closed = isOpen ? close(ClosedBy.TICK, time) : null;
    open(price, quote);
    return closed;
  }

  /**
   * Closes the open bar if it ends at {@code now} or before. Who wants to wait for late quotes
   * calls with an instant that lies as far back.
   *
   * @return the closed bar, or null
   */
  public Bar closeByTimer(long now) {
    return isOpen && endTime <= now ? close(ClosedBy.TIMER, endTime) : null;
  }

  /** How many quotes were bad or outliers, and count in no bar. */
  public long droppedQuotes() {
    return droppedQuotes;
  }

  /** How many quotes came when their bar was closed already; also counted in a bar's late ticks. */
  public long lateQuotes() {
    return lateQuotes;
  }

  private boolean isLate(long time) {
    return isOpen
        ? time < openTime
        : prevOpenTime != Bar.NONE && time < prevOpenTime + key.timeframe().micros();
  }

  private void open(long price, Quote quote) {
    isOpen = true;
    openTime = key.timeframe().floor(quote.time());
    endTime = openTime + key.timeframe().micros();
    open = price;
    high = price;
    low = price;
    close = price;
    volume = Math.max(0, quote.volume());
    bid = quote.bid();
    ask = quote.ask();
  }

  private void extend(long price, Quote quote) {
    if (price > high)
      high = price;
    if (price < low)
      low = price;
    close = price;
    bid = quote.bid();
    ask = quote.ask();
    // A volume too large to hold stays at the largest: it must not end a run.
    volume += Math.min(Math.max(0, quote.volume()), Long.MAX_VALUE - volume);
  }

  private Bar close(ClosedBy closedBy, long closedAt) {
    var bar = new Bar(key, openTime, prevOpenTime, open, high, low, close, volume, closedBy,
        lateTicks, bid, ask, closedAt);
    prevOpenTime = openTime;
    isOpen = false;
    // Late quotes between two bars are counted in the next one, so that none gets lost.
    lateTicks = 0;
    return bar;
  }
}
