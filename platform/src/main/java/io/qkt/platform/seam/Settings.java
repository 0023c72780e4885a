package io.qkt.platform.seam;

import java.time.Duration;

/** How long things may take, in wall time. */
public record Settings(Duration feedPoll, Duration subscribeRenew, Duration orderAttend,
  Duration orderDeadline, Duration registryHeartbeat, Duration backoffMin, Duration backoffMax,
  Duration signalMaxAge, Duration receiveWindow, int barCredits) {

  public static final Settings DEFAULT = new Settings(Duration.ofMillis(20), Duration.ofSeconds(2),
    Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofMillis(500),
    Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(5), 16);

  /** The same with other intervals between attempts; the tests are not patient. */
  public Settings attemptingEvery(Duration interval) {
    return new Settings(feedPoll, interval, interval, interval, interval, interval, backoffMax,
      signalMaxAge, receiveWindow, barCredits);
  }
}
