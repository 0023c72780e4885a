package io.qkt.platform.strategy;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.order.OrderUpdate.Filled;
import java.util.Optional;

/** A strategy as it stands; exact numbers at scale 8, instants in micros. */
public record InstanceStatus(String name, String program, BarKey stream, String id,
    long generation, String profile, String state, String stateReason, String node, long startedAt,
    long evaluatingSince, int recoveries, long position, long averagePrice, long realized,
    long unrealized, long fills, int openOrders, Optional<LastFill> lastFill,
    Optional<LastBar> lastBar, long barsConsumed, long intents, long journalSeq, long stateHash,
    Optional<Recovery> recovery) {

  /** What the last replay of the journal came to, before anything new was taken. */
  public record Recovery(long journalSeq, long stateHash, long position, long fills,
      long intents) {}

  /** The newest bar that was consumed, and when. */
  public record LastBar(Bar bar, long consumedAt) {}

  /** The newest execution, and what it realized. */
  public record LastFill(Filled fill, long realized) {}
}
