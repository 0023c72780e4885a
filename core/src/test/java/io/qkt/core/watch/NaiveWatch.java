package io.qkt.core.watch;

import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;
import io.qkt.core.watch.Watch.Confirm;
import io.qkt.core.watch.Watch.Trail;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When a watch fires, found the slow and obvious way: at each tick the whole past is looked at
 * again, and longs and shorts are written out apart.
 */
final class NaiveWatch {
  private final List<Quote> quotes;

  NaiveWatch(List<Quote> quotes) {
    this.quotes = quotes.stream().filter(q -> !q.isBad()).toList();
  }

  /** What makes it fire, with nothing said of extremes, or null. */
  Watch.Fired firing(Watch watch) {
    for (int i = 0; i < quotes.size(); i++) {
      var fired = switch (watch) {
        case Watch.HeldStop stop -> stop(stop, i);
        case Watch.Excursion _ -> null;
        case Watch.Tier tier -> time(i) >= tier.expiresAt() ? ended(tier, i) : tier(tier, i);
        case Watch.Latch latch -> time(i) >= latch.expiresAt() ? ended(latch, i) : latch(latch, i);
      };
      if (fired != null)
        return fired;
    }
    return null;
  }

  private Watch.Fired stop(Watch.HeldStop stop, int now) {
    boolean sell = stop.side() == Side.SELL;
    var levels = LongStream.rangeClosed(0, now).map(i -> level(stop, (int) i));
    long level = sell ? levels.max().getAsLong() : levels.min().getAsLong();
    var quote = quotes.get(now);
    boolean fires = sell ? quote.sellAt() <= level : quote.buyAt() >= level;
    return fires ? fired(stop, level, false, now) : null;
  }

  /** Where the stop would stand, from the prices before this tick and the time of this tick. */
  private long level(Watch.HeldStop stop, int now) {
    boolean sell = stop.side() == Side.SELL;
    var prices = quotes.subList(0, now).stream().mapToLong(Quote::price);
    long best = sell
        ? Math.max(stop.best(), prices.max().orElse(0))
        : Math.min(stop.best(), prices.min().orElse(Long.MAX_VALUE));
    long mfe = sell ? best - stop.anchor() : stop.anchor() - best;
    int loss = sell ? -1 : 1;
    return switch (stop.trail()) {
      case Trail.By by -> best + loss * by.distance();
      case Trail.Percent p -> best + loss * (best / 100 * (p.percent() / 100_000_000));
      case Trail.Armed armed ->
          (mfe >= armed.afterMfe() ? best : stop.anchor()) + loss * armed.distance();
      case Trail.Stepped steps -> stepped(stop, steps, mfe);
      case Trail.Tightening tight ->
          stop.anchor() + loss * tightened(tight, Math.max(0, time(now) - stop.since()));
    };
  }

  private static long stepped(Watch.HeldStop stop, Trail.Stepped steps, long mfe) {
    long level = steps.level();
    for (int i = 0; i < steps.afterMfe().length; i++) {
      long gain = steps.offset()[i];
      if (mfe >= steps.afterMfe()[i])
        level = stop.side() == Side.SELL
            ? Math.max(level, stop.anchor() + gain)
            : Math.min(level, stop.anchor() - gain);
    }
    return level;
  }

  private static long tightened(Trail.Tightening tight, long elapsed) {
    long distance = tight.distance();
    for (long at = tight.everyMicros(); at <= elapsed; at += tight.everyMicros())
      distance = Math.max(Math.min(tight.floor(), distance), distance - tight.by());
    return distance;
  }

  private Watch.Fired tier(Watch.Tier tier, int now) {
    int gain = tier.side() == Side.BUY ? 1 : -1;
    if (!tier.adverse()) {
      boolean fires = gain * (price(now) - tier.entry()) >= tier.threshold();
      return fires ? fired(tier, tier.entry() + gain * tier.threshold(), false, now) : null;
    }
    var prices = LongStream.rangeClosed(-1, now).map(i -> i < 0 ? tier.worst() : price((int) i));
    long worst = gain > 0 ? prices.min().getAsLong() : prices.max().getAsLong();
    boolean fires = gain * (tier.entry() - worst) >= tier.threshold()
        && gain * (price(now) - worst) >= tier.recover();
    return fires ? fired(tier, worst + gain * tier.recover(), false, now) : null;
  }

  private Watch.Fired latch(Watch.Latch latch, int now) {
    int side = side(latch, now);
    int breach = now;
    while (breach > 0 && side(latch, breach - 1) == side)
      breach--;
    long lasted = time(now) - time(breach);
    long wire = side > 0 ? latch.up() : latch.down();
    boolean fires = side != 0 && switch (latch.confirm()) {
      case Confirm.None _ -> true;
      case Confirm.CloseBeyond _ -> false;
      case Confirm.TimeInBreach lasting -> lasted >= lasting.micros();
      case Confirm.RetestHold retest -> breach < now && lasted <= retest.withinMicros()
          && Math.abs(price(now) - wire) <= retest.distance();
    };
    return fires ? fired(latch, wire, side > 0, now) : null;
  }

  private int side(Watch.Latch latch, int at) {
    if (price(at) >= latch.up())
      return 1;
    return price(at) <= latch.down() ? -1 : 0;
  }

  private Watch.Fired ended(Watch watch, int now) {
    return new Watch.Fired(watch.id(), 0, false, price(now), null, time(now), true);
  }

  private Watch.Fired fired(Watch watch, long level, boolean up, int now) {
    return new Watch.Fired(watch.id(), level, up, price(now), null, time(now));
  }

  private long price(int at) {
    return quotes.get(at).price();
  }

  private long time(int at) {
    return quotes.get(at).time();
  }
}
