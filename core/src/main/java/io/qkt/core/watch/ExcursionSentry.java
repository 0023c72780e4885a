package io.qkt.core.watch;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;

/** An excursion being measured. */
final class ExcursionSentry extends Sentry {
  private final boolean isLong;
  private long best;
  private long worst;

  ExcursionSentry(Watch.Excursion excursion) {
    super(excursion);
    isLong = excursion.side() == Side.BUY;
    best = excursion.best();
    worst = excursion.worst();
  }

  @Override
  Watch.Fired see(Quote quote, PriceSource source) {
    widen(quote.price(), quote.price());
    return null;
  }

  @Override
  boolean touches(long low, long high, long endTime) {
    return false;
  }

  @Override
  void absorb(long low, long high, long endTime) {
    widen(low, high);
  }

  private void widen(long low, long high) {
    best = isLong ? Math.max(best, high) : Math.min(best, low);
    worst = isLong ? Math.min(worst, low) : Math.max(worst, high);
  }

  @Override
  Watch.Extremes extremes() {
    return new Watch.Extremes(id(), best, worst);
  }

  @Override
  long deadline() {
    return Long.MAX_VALUE;
  }
}
