package io.qkt.brokers.sim;

import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The simulated feed. A quote is a pure function of seed, symbol and time, so it has a history
 * without storing one and says the same again after a restart. There is one every 250 ms and one of
 * them on each full second, which closes the bar before it.
 */
public final class SimFeed implements QuoteFeed {
  private static final long STEP_MICROS = 250_000;
  private static final long QUOTES_MAX = 10_000_000;

  private final long seed;

  public SimFeed(long seed) {
    this.seed = seed;
  }

  @Override
  public List<Quote> quotes(String symbol, long from, long to) {
    if (to <= from)
      return List.of();
    long first = Math.ceilDiv(from, STEP_MICROS);
    long count = Math.ceilDiv(to, STEP_MICROS) - first;
    if (count > QUOTES_MAX)
      throw new IllegalArgumentException(
          "a range must hold at most %d quotes, was %d; ask for it in parts".formatted(QUOTES_MAX,
              count));
    var market = SimMarket.of(seed, symbol);
    var quotes = new Quote[(int) count];
    for (int i = 0; i < quotes.length; i++)
      quotes[i] = quote(market, first + i);
    return Collections.unmodifiableList(Arrays.asList(quotes));
  }

  @Override
  public Quote latest(String symbol, long time) {
    return quote(SimMarket.of(seed, symbol), Math.floorDiv(time, STEP_MICROS));
  }

  private static Quote quote(SimMarket market, long step) {
    return market.quote(step * STEP_MICROS, step);
  }
}
