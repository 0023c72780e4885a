package io.qkt.brokers.sim;

import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import java.util.ArrayList;
import java.util.List;

/** Stand-in until the market branch lands. */
public final class SimFeed implements QuoteFeed {
  private static final long STEP = 250_000;

  public SimFeed(long seed) {}

  @Override
  public List<Quote> quotes(String symbol, long from, long to) {
    var quotes = new ArrayList<Quote>();
    for (long t = Math.ceilDiv(from, STEP) * STEP; t < to; t += STEP) quotes.add(at(t));
    return quotes;
  }

  @Override
  public Quote latest(String symbol, long time) {
    return at(Math.floorDiv(time, STEP) * STEP);
  }

  private static Quote at(long t) {
    double x = 50_000 * (1 + 0.0015 * StrictMath.sin(2 * Math.PI * (t % 10_000_000) / 1e7));
    long mid = Math.round(x * 10) * 10_000_000;
    return new Quote(t, mid - 10_000_000, mid + 10_000_000, mid, 100_000_000);
  }
}
