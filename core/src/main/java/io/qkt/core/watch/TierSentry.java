package io.qkt.core.watch;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;

/** A stack tier that waits for its excursion. */
final class TierSentry extends Sentry {
  private final Watch.Tier tier;
  private final long sign;
  private final long entry;
  private long worst;

  TierSentry(Watch.Tier tier) {
    super(tier);
    this.tier = tier;
    sign = tier.side() == Side.BUY ? 1 : -1;
    entry = sign * tier.entry();
    worst = sign * tier.worst();
  }

  @Override
  Watch.Fired see(Quote quote, PriceSource source) {
    if (quote.time() >= tier.expiresAt())
      return expired(quote);
    long price = sign * quote.price();
    worst = Math.min(worst, price);
    return isMet(price, worst) ? fired(sign * metAt(), false, quote) : null;
  }

  private boolean isMet(long price, long worstPrice) {
    if (!tier.adverse())
      return price - entry >= tier.threshold();
    return entry - worstPrice >= tier.threshold() && price - worstPrice >= tier.recover();
  }

  private long metAt() {
    return tier.adverse() ? worst + tier.recover() : entry + tier.threshold();
  }

  @Override
  boolean touches(long low, long high, long endTime) {
    return tier.expiresAt() < endTime
        || isMet(sign > 0 ? high : -low, Math.min(worst, worstOf(low, high)));
  }

  @Override
  void absorb(long low, long high, long endTime) {
    worst = Math.min(worst, worstOf(low, high));
  }

  private long worstOf(long low, long high) {
    return sign > 0 ? low : -high;
  }

  @Override
  Watch.Extremes extremes() {
    return new Watch.Extremes(id(), 0, sign * worst);
  }

  @Override
  long deadline() {
    return tier.expiresAt();
  }
}
