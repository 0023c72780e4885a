package io.qkt.core.watch;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;

/** A latch with its two wires. */
final class LatchSentry extends Sentry {
  private final Watch.Latch latch;
  /** As {@link Watch.Latch#sideOf} says of the last price; 0 before the first. */
  private int side;
  private long breachedAt;

  LatchSentry(Watch.Latch latch) {
    super(latch);
    this.latch = latch;
  }

  @Override
  Watch.Fired see(Quote quote, PriceSource source) {
    if (quote.time() >= latch.expiresAt())
      return expired(quote);
    int confirmed = switch (latch.confirm()) {
      case Watch.Confirm.None _ -> latch.sideOf(quote.price());
      case Watch.Confirm.CloseBeyond _ -> 0;
      case Watch.Confirm.TimeInBreach lasting -> lasted(quote, lasting.micros());
      case Watch.Confirm.RetestHold retest -> retested(quote, source, retest);
    };
    return confirmed == 0 ? null : fired(wire(confirmed), confirmed > 0, quote);
  }

  private int lasted(Quote quote, long micros) {
    moveTo(latch.sideOf(quote.price()), quote.time());
    return quote.time() - breachedAt >= micros ? side : 0;
  }

  private int retested(Quote quote, PriceSource source, Watch.Confirm.RetestHold retest) {
    int breached = side;
    boolean inTime = quote.time() - breachedAt <= retest.withinMicros();
    moveTo(latch.sideOf(quote.price()), quote.time());
    long beyond = breached * (quote.price() - wire(breached));
    // On its way back inside along a bar the market has passed every price near the wire.
    boolean holds = side == breached || source == PriceSource.BAR_PATH;
    return inTime && holds && beyond <= retest.distance() ? breached : 0;
  }

  private void moveTo(int newSide, long time) {
    if (newSide != side)
      breachedAt = time;
    side = newSide;
  }

  private long wire(int ofSide) {
    return ofSide > 0 ? latch.up() : latch.down();
  }

  @Override
  boolean touches(long low, long high, long endTime) {
    if (latch.expiresAt() < endTime)
      return true;
    return !(latch.confirm() instanceof Watch.Confirm.CloseBeyond)
        && (latch.sideOf(low) != 0 || latch.sideOf(high) != 0);
  }

  @Override
  void absorb(long low, long high, long endTime) {
    // What does not touch it lies inside, and that ends an attempt.
    moveTo(0, endTime);
  }

  @Override
  Watch.Extremes extremes() {
    return new Watch.Extremes(id(), 0, 0);
  }

  @Override
  boolean remembers() {
    return false;
  }

  @Override
  long deadline() {
    if (side == 0 || !(latch.confirm() instanceof Watch.Confirm.TimeInBreach lasting))
      return latch.expiresAt();
    return Math.min(latch.expiresAt(), TrailLevel.ahead(breachedAt, lasting.micros()));
  }
}
