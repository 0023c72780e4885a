package io.qkt.platform.feed;

import io.qkt.core.market.FeedClock;
import io.qkt.core.market.FeedClockStore;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.CrashProbe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What time it is on each feed. A clock is stored before it is used, so that after a restart feed
 * time goes on from where the wall has carried it.
 */
public final class FeedClocks {
  /** A feed that nobody has given a speed runs with the wall. */
  private static final FeedClock WALL = new FeedClock(0, 0, 1);

  private final FeedClockStore store;
  private final LongSupplier wallMicros;
  private final CrashProbe crashes;
  private final ConcurrentHashMap<String, FeedClock> clocks = new ConcurrentHashMap<>();

  public FeedClocks(FeedClockStore store, LongSupplier wallMicros, CrashProbe crashes) {
    this.store = store;
    this.wallMicros = wallMicros;
    this.crashes = crashes;
  }

  /** Reads the stored clocks of {@code labels}; nothing may be asked before it is done. */
  public CompletionStage<Void> load(List<String> labels) {
    var loads = labels.stream()
        .map(label -> store.load(label)
            .thenAccept(found -> found.ifPresent(clock -> clocks.put(label, clock)))
            .toCompletableFuture())
        .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(loads);
  }

  public FeedClock of(String label) {
    return clocks.getOrDefault(label, WALL);
  }

  public long now(String label) {
    return of(label).feedTime(wallMicros.getAsLong());
  }

  /** Makes a feed run at {@code speed} from now on; done when that has survived a crash. */
  public CompletionStage<FeedClock> run(String label, double speed) {
    var clock = of(label).withSpeed(speed, wallMicros.getAsLong());
    if (clock.equals(of(label))) return CompletableFuture.completedStage(clock);
    crashes.at(CrashPoint.CLOCK_BEFORE_SAVE);
    return store.save(label, clock).thenApply(saved -> {
      crashes.at(CrashPoint.CLOCK_AFTER_SAVE);
      clocks.put(label, saved);
      return saved;
    });
  }
}
