package io.qkt.platform.seam;

import java.time.Duration;

/**
 * How long things may take, in wall time, and how many bars may be under way. {@code alignWait} is
 * how long something that is due waits for a bar that ends before it.
 */
public record Settings(Duration feedPoll, Duration subscribeRenew, Duration orderAttend,
    Duration orderDeadline, Duration registryHeartbeat, Duration operatorPatience,
    Duration backoffMin, Duration backoffMax, Duration signalMaxAge, Duration receiveWindow,
    Duration alignWait, int barCredits) {

  public static final Settings DEFAULT = new Settings(Duration.ofMillis(20), Duration.ofSeconds(2),
      Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(3),
      Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(5),
      Duration.ofMillis(300), 16);

  /** The same, but whatever waits for an answer asks again after {@code interval}. */
  public Settings askingEvery(Duration interval) {
    return new Settings(feedPoll, interval, interval, interval, interval, operatorPatience,
        interval, backoffMax, signalMaxAge, receiveWindow, alignWait, barCredits);
  }

  public Settings withRegistryHeartbeat(Duration heartbeat) {
    return new Settings(feedPoll, subscribeRenew, orderAttend, orderDeadline, heartbeat,
        operatorPatience, backoffMin, backoffMax, signalMaxAge, receiveWindow, alignWait,
        barCredits);
  }

  public Settings withSignalMaxAge(Duration maxAge) {
    return new Settings(feedPoll, subscribeRenew, orderAttend, orderDeadline, registryHeartbeat,
        operatorPatience, backoffMin, backoffMax, maxAge, receiveWindow, alignWait, barCredits);
  }

  public Settings withAlignWait(Duration wait) {
    return new Settings(feedPoll, subscribeRenew, orderAttend, orderDeadline, registryHeartbeat,
        operatorPatience, backoffMin, backoffMax, signalMaxAge, receiveWindow, wait, barCredits);
  }

  /** The same, but whatever died begins again after {@code backoff}, however often it died. */
  public Settings restartingAfter(Duration backoff) {
    return new Settings(feedPoll, subscribeRenew, orderAttend, orderDeadline, registryHeartbeat,
        operatorPatience, backoff, backoff, signalMaxAge, receiveWindow, alignWait, barCredits);
  }

  public Settings withFeedPoll(Duration poll) {
    return new Settings(poll, subscribeRenew, orderAttend, orderDeadline, registryHeartbeat,
        operatorPatience, backoffMin, backoffMax, signalMaxAge, receiveWindow, alignWait,
        barCredits);
  }
}
