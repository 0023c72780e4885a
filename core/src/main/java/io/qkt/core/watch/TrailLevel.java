package io.qkt.core.watch;

import io.qkt.core.money.Exact;

/**
 * Where a held stop stands, from the best price and the time alone, both of which only ever move it
 * nearer. Prices count so that more is better. A level too far away to be a number stays at the
 * farthest one: it must not end a run.
 */
final class TrailLevel {
  /** What a whole is in percent, at scale 8. */
  private static final long HUNDRED = 100 * Exact.ONE;

  private final Watch.Trail trail;
  private final long sign;
  private final long anchor;
  private final long since;

  TrailLevel(Watch.Trail trail, long sign, long anchor, long since) {
    this.trail = trail;
    this.sign = sign;
    this.anchor = anchor;
    this.since = since;
  }

  long at(long best, long time) {
    return switch (trail) {
      case Watch.Trail.By by -> behind(best, by.distance());
      case Watch.Trail.Percent share -> behind(best, percent(Math.abs(best), share.percent()));
      case Watch.Trail.Armed armed ->
          behind(best - anchor >= armed.afterMfe() ? best : anchor, armed.distance());
      case Watch.Trail.Stepped steps -> stepped(steps, best);
      case Watch.Trail.Tightening tight -> behind(anchor, distance(tight, time));
    };
  }

  /** The next instant at which time alone moves the level, or {@code Long.MAX_VALUE}. */
  long nextMove(long time) {
    if (!(trail instanceof Watch.Trail.Tightening tight)
        || distance(tight, time) <= least(tight))
      return Long.MAX_VALUE;
    long elapsed = elapsed(time);
    long next = since + (elapsed - elapsed % tight.everyMicros());
    return ahead(next, tight.everyMicros());
  }

  private long stepped(Watch.Trail.Stepped steps, long best) {
    long level = sign * steps.level();
    for (int i = 0; i < steps.afterMfe().length; i++) {
      if (best - anchor >= steps.afterMfe()[i])
        level = Math.max(level, ahead(anchor, steps.offset()[i]));
    }
    return level;
  }

  private long distance(Watch.Trail.Tightening tight, long time) {
    if (tight.by() <= 0)
      return tight.distance();
    long steps = elapsed(time) / tight.everyMicros();
    long allowed = Math.ceilDiv(tight.distance() - least(tight), tight.by());
    return steps >= allowed ? least(tight) : tight.distance() - steps * tight.by();
  }

  /** A floor beyond the distance would widen the stop, so it counts as no floor to come to. */
  private static long least(Watch.Trail.Tightening tight) {
    return tight.by() <= 0 ? tight.distance() : Math.min(tight.floor(), tight.distance());
  }

  private long elapsed(long time) {
    if (time <= since)
      return 0;
    long elapsed = time - since;
    return elapsed < 0 ? Long.MAX_VALUE : elapsed;
  }

  /** Split, because the product of a price and a percentage may not fit. */
  private static long percent(long price, long percent) {
    long rest = Exact.times(price % HUNDRED, percent) / 100;
    return price / HUNDRED * percent + rest;
  }

  private static long behind(long price, long distance) {
    long level = price - distance;
    return distance >= 0 && level > price ? Long.MIN_VALUE : level;
  }

  static long ahead(long price, long distance) {
    long level = price + distance;
    return distance >= 0 && level < price ? Long.MAX_VALUE : level;
  }
}
