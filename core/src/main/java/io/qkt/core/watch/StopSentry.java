package io.qkt.core.watch;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;

/** A held stop on its post. */
final class StopSentry extends Sentry {
  /** Worse than any price: none was seen yet. */
  private static final long FAR = Long.MIN_VALUE;

  private final Watch.HeldStop stop;
  private final long sign;
  private final TrailLevel trail;
  private long best;
  private long level;
  private long time;

  StopSentry(Watch.HeldStop stop) {
    super(stop);
    this.stop = stop;
    sign = stop.side() == Side.SELL ? 1 : -1;
    trail = new TrailLevel(stop.trail(), sign, sign * stop.anchor(), stop.since());
    best = stop.best() == Watch.UNSEEN ? FAR : sign * stop.best();
    time = stop.since();
    level = levelAt(time);
  }

  @Override
  Watch.Fired see(Quote quote, PriceSource source) {
    time = Math.max(time, quote.time());
    // A level that this very price raises counts from the next price on, or a wide spread would
    // let a new best price fire its own stop.
    level = Math.max(level, levelAt(quote.time()));
    best = Math.max(best, sign * quote.price());
    return executable(quote) <= level ? fired(level(), false, quote) : null;
  }

  /** Nowhere before a price was seen that it could follow. */
  private long levelAt(long instant) {
    return best == FAR ? FAR : trail.at(best, instant);
  }

  @Override
  void start(Quote quote) {
    if (best == FAR) best = sign * quote.price();
  }

  private long executable(Quote quote) {
    return sign > 0 ? quote.sellAt() : -quote.buyAt();
  }

  @Override
  boolean touches(long low, long high, long endTime) {
    // The best price may come before the worst, and the end is when the stop is nearest.
    long nearest = trail.at(Math.max(best, bestOf(low, high)), endTime);
    return (sign > 0 ? low : -high) <= Math.max(level, nearest);
  }

  @Override
  void absorb(long low, long high, long endTime) {
    best = Math.max(best, bestOf(low, high));
    time = Math.max(time, endTime);
  }

  private long bestOf(long low, long high) {
    return sign > 0 ? high : -low;
  }

  @Override
  Watch.Extremes extremes() {
    return new Watch.Extremes(id(), best == FAR ? Watch.UNSEEN : sign * best, 0);
  }

  @Override
  long deadline() {
    return trail.nextMove(time);
  }

  /** The price at which it stands. */
  long level() {
    return sign * level;
  }

  @Override
  public String toString() {
    return stop.toString();
  }
}
