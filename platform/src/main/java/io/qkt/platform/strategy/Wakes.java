package io.qkt.platform.strategy;

import io.qkt.platform.feed.FeedClocks;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.strategy.Strategy.Command;
import io.qkt.platform.strategy.Strategy.Wake;
import io.qkt.platform.wiring.Ports;
import java.time.Duration;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * When a strategy is to be woken. What it waits for is feed time, which may be faster than the wall
 * and need not be even, so that it looks at the clock now and then also long before.
 */
final class Wakes {
  private static final long NOT_DUE = Long.MIN_VALUE;

  private final TimerScheduler<Command> timers;
  private final FeedClocks clocks;
  private final Settings settings;
  private long dueSince = NOT_DUE;

  Wakes(TimerScheduler<Command> timers, Ports ports) {
    this.timers = timers;
    clocks = ports.clocks();
    settings = ports.settings();
  }

  /** Looks again when {@code due} has come, or earlier. */
  void await(String label, long due) {
    long now = clocks.now(label);
    if (due > now) dueSince = NOT_DUE;
    if (due == Long.MAX_VALUE) timers.cancel(Wake.NOW);
    else
      timers.startSingleTimer(Wake.NOW, Wake.NOW, wall(label, due - now));
  }

  private Duration wall(String label, long feedMicros) {
    long nanos = Math.round(feedMicros / clocks.of(label).speed() * 1_000);
    return Duration.ofNanos(Math.clamp(nanos, settings.feedPoll().toNanos(),
        settings.orderAttend().toNanos()));
  }

  /** Whether what is due has waited long enough for bars that end before it. */
  boolean hasWaited() {
    if (dueSince == NOT_DUE) dueSince = System.nanoTime();
    return System.nanoTime() - dueSince >= settings.alignWait().toNanos();
  }

  void woken() {
    dueSince = NOT_DUE;
  }
}
