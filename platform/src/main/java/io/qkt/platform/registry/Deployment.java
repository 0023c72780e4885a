package io.qkt.platform.registry;

import io.qkt.core.market.FeedClock;

/** What an operator asks to run; a speed of 0 means: as it is. */
public record Deployment(String name, String source, double speed) {
  public static final double SPEED_MAX = FeedClock.SPEED_MAX;
}
