package io.qkt.core.market;

import java.time.Duration;

/**
 * The time of a feed that runs {@code speed} times as fast as the wall. A new speed starts where
 * the old one has come to, so the time of a feed never jumps and never goes back.
 */
public record FeedClock(long wallAnchor, long feedAnchor, double speed) {
  public static final double SPEED_MAX = 100_000;

  public FeedClock {
    if (!(speed > 0 && speed <= SPEED_MAX)) {
      throw new IllegalArgumentException(
          "a feed's speed must be above 0 and at most 100000, was %s".formatted(speed));
    }
  }

  public static FeedClock startingAt(long wall, double speed) {
    return new FeedClock(wall, wall, speed);
  }

  public long feedTime(long wall) {
    return feedAnchor + Math.round((wall - wallAnchor) * speed);
  }

  /** How far feed time goes while the wall goes on by {@code wall}. */
  public long feedMicros(Duration wall) {
    return Math.round(wall.toNanos() / 1_000 * speed);
  }

  public FeedClock withSpeed(double newSpeed, long wall) {
    return newSpeed == speed ? this : new FeedClock(wall, feedTime(wall), newSpeed);
  }
}
