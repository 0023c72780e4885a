package io.qkt.core.sample;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import java.util.TreeMap;

/**
 * Makes bars of what an account is worth, tick by tick, for one series of a program. A session is
 * told them like bars of a market: live and in the backtester they are inputs, and neither can
 * afford an input a tick. What there was of an open bar is lost in a restart: it begins there
 * again.
 */
public final class EquitySamples {
  private final BarKey key;
  private final TreeMap<String, Long> prices = new TreeMap<>();
  private boolean isOpen;
  private long openTime;
  private long prevOpenTime = Bar.NONE;
  private long open;
  private long high;
  private long low;
  private long close;

  public EquitySamples(BarKey key) {
    this.key = key;
  }

  /** A tick of any instrument: what its price is now. */
  public void see(Instrument instrument, Quote quote) {
    if (!quote.isBad()) prices.put(instrument.toString(), quote.price());
  }

  /** The last price of an instrument, 0 before the first; what the session is to be valued at. */
  public long price(Instrument instrument) {
    return prices.getOrDefault(instrument.toString(), 0L);
  }

  /**
   * What the account is worth at the prices that were seen.
   *
   * @return the bar that ended at this instant or before, or null
   */
  public Bar sample(long time, long equity) {
    if (isOpen && time < openTime + key.timeframe().micros()) {
      high = Math.max(high, equity);
      low = Math.min(low, equity);
      close = equity;
      return null;
    }
    var closed = isOpen ? bar() : null;
    begin(time, equity);
    return closed;
  }

  private Bar bar() {
    var bar = new Bar(key, openTime, prevOpenTime, open, high, low, close, 0, Bar.ClosedBy.TICK,
        0);
    prevOpenTime = openTime;
    return bar;
  }

  private void begin(long time, long equity) {
    isOpen = true;
    openTime = key.timeframe().floor(time);
    open = equity;
    high = equity;
    low = equity;
    close = equity;
  }
}
