package io.qkt.core.market;

/**
 * The time of a feed that runs {@code speed} times as fast as the wall. A new speed starts where the
 * old one has come to, so the time of a feed never jumps and never goes back.
 */
public record FeedClock(long wallAnchor, long feedAnchor, double speed) {

  public FeedClock {
    if (!(speed > 0 && speed <= 100_000)) {
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

  /** How long the wall takes for a span of feed time. */
  public long wallMicros(long feedMicros) {
    return Math.round(feedMicros / speed);
  }

  public FeedClock withSpeed(double newSpeed, long wall) {
    return newSpeed == speed ? this : new FeedClock(wall, feedTime(wall), newSpeed);
  }
}
