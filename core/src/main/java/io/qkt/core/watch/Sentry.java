package io.qkt.core.watch;

import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;

/**
 * An armed watch and what it has seen so far. A sentry that takes a side counts its prices so that
 * more is better for that side: those of the side that gains when prices fall have their sign
 * turned. So there is one rule instead of a rule and its mirror image.
 */
abstract class Sentry {
  private final Watch watch;

  Sentry(Watch watch) {
    this.watch = watch;
  }

  static Sentry of(Watch watch) {
    return switch (watch) {
      case Watch.HeldStop stop -> new StopSentry(stop);
      case Watch.Excursion excursion -> new ExcursionSentry(excursion);
      case Watch.Tier tier -> new TierSentry(tier);
      case Watch.Latch latch -> new LatchSentry(latch);
    };
  }

  /** Looks at a price; answers how it fired or ended, or null. Hot: once for each quote. */
  abstract Watch.Fired see(Quote quote, PriceSource source);

  /** It is armed in this market, which was seen already: it fires on later prices alone. */
  void start(Quote quote) {}

  /**
   * Whether it could fire or end on a bar of this range that ends then, whatever the bar's path.
   */
  abstract boolean touches(long low, long high, long endTime);

  /** Takes a bar that does not touch it. */
  abstract void absorb(long low, long high, long endTime);

  abstract Watch.Extremes extremes();

  /** The next instant at which time alone changes it, {@code Long.MAX_VALUE} if there is none. */
  abstract long deadline();

  /** Whether it has something to go on from after a restart. */
  boolean remembers() {
    return true;
  }

  final long id() {
    return watch.id();
  }

  final Watch.Fired fired(long level, boolean up, Quote quote) {
    return new Watch.Fired(id(), level, up, quote.price(), extremes(), quote.time());
  }

  final Watch.Fired expired(Quote quote) {
    return new Watch.Fired(id(), 0, false, quote.price(), extremes(), quote.time(), true);
  }
}
