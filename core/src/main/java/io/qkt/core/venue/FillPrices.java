package io.qkt.core.venue;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;

/**
 * The fill table: whether a market executes an order of one instrument, and at what price. Its rows
 * are quoted in docs/reference/fills.md, each with the test that proves it.
 */
final class FillPrices {
  /** Instead of a price: it is not executed. */
  static final long NONE = 0;
  private static final long LEAST = 1;

  private final FillTier tier;
  private final InstrumentSpec spec;
  private final long halfSpread;
  private final long stopsDistance;

  FillPrices(FillTier tier, InstrumentSpec spec) {
    this.tier = tier;
    this.spec = spec;
    halfSpread = tier.spread() ? spec.pointSize() : 0;
    stopsDistance = tier.stopsLevel()
        ? Saturated.times(spec.stopsLevelPoints() * Exact.ONE, spec.pointSize())
        : 0;
  }

  /** What a buyer would pay: the price that triggers buys. */
  long buyAt(Quote quote) {
    return quote.hasSides() ? quote.ask() : aboveMiddle(quote.price());
  }

  /** What a seller would get: the price that triggers sells. */
  long sellAt(Quote quote) {
    return quote.hasSides() ? quote.bid() : belowMiddle(quote.price());
  }

  /** What a buyer pays where a feed has one price. */
  long aboveMiddle(long price) {
    return Saturated.plus(price, halfSpread);
  }

  /** What a seller gets where a feed has one price. */
  long belowMiddle(long price) {
    return Math.max(LEAST, price - halfSpread);
  }

  /**
   * The price at which the order is executed now, or {@link #NONE}. An order whose stop is touched
   * is told so.
   */
  long execution(Resting order, Quote quote, PriceSource source) {
    if (order.isDue() && tier.latencyMicros() == 0) {
      return slipped(order, atStop(order, quote, source));
    }
    if (order.takesAnyPrice()) return slipped(order, market(order, quote));
    long reached = trigger(order, quote);
    if (!order.waitsForItsStop()) return atLimit(order, quote, source, reached);
    if (!order.stopReachedBy(reached)) return NONE;
    order.touchStop();
    if (order.takesAnyPrice()) return slipped(order, atStop(order, quote, source));
    // On its way through a bar the market was at the stop itself before it came to this corner.
    boolean passed = source == PriceSource.BAR_PATH && !order.isArriving();
    if (source == PriceSource.TICK) return order.limitReachedBy(reached) ? reached : NONE;
    return atLimit(order, quote, source, passed ? order.stop() : reached);
  }

  private long atStop(Resting order, Quote quote, PriceSource source) {
    return switch (source) {
      case TICK -> market(order, quote);
      // What opens a bar has reached the stop, so it is the level or lies beyond. The plain tier
      // says that a market without a hole in it was at the level on its way there.
      case BAR_OPEN ->
          tier.spread() || order.isArriving() ? trigger(order, quote) : order.stop();
      case BAR_GAP -> trigger(order, quote);
      case BAR_PATH -> order.stop();
    };
  }

  private long atLimit(Resting order, Quote quote, PriceSource source, long reached) {
    if (!order.limitReachedBy(reached)) return NONE;
    if (order.isArriving()) return order.betterOfLimitAnd(slipped(order, market(order, quote)));
    // A bar does not tell how long it was at its better prices.
    if (source != PriceSource.TICK) return order.limit();
    return order.betterOfLimitAnd(market(order, quote));
  }

  /** Whether the order would be executed or touched by its own arrival. */
  boolean triggers(Resting order, Quote quote) {
    if (order.takesAnyPrice()) return true;
    long reached = trigger(order, quote);
    return order.waitsForItsStop() ? order.stopReachedBy(reached) : order.limitReachedBy(reached);
  }

  /** Whether the order would wait nearer to the market than the venue allows. */
  boolean tooNear(Resting order, Quote quote) {
    if (stopsDistance == 0 || triggers(order, quote)) return false;
    long level = order.waitsForItsStop() ? order.stop() : order.limit();
    return Math.abs(level - trigger(order, quote)) < stopsDistance;
  }

  private long trigger(Resting order, Quote quote) {
    return order.isBuy() ? buyAt(quote) : sellAt(quote);
  }

  private long market(Resting order, Quote quote) {
    return tier.spread() ? trigger(order, quote) : quote.price();
  }

  private long slipped(Resting order, long price) {
    long by = tier.slippageOf(order.cid(), order.executions(), spec);
    return order.isBuy() ? Saturated.plus(price, by) : Math.max(LEAST, price - by);
  }
}
