package io.qkt.core.risk;

import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/**
 * Stops a program that orders without end. It counts orders in a sliding window of input time; the
 * one that is too many trips it, and it stays off until somebody enables it: waiting does not help.
 */
public final class OrderThrottle {
  private static final long SECOND = 1_000_000L;

  private final EventWindow taken = new EventWindow();
  private boolean tripped;
  private long trippedAt;

  /** Counts an order about to be sent; false if it is one too many, or after one was. */
  public boolean take(RiskLimits limits, long now) {
    long ordersMax = limits.of(RiskKey.ORDER_RATE_ORDERS);
    if (ordersMax == 0) return true;
    long window = limits.of(RiskKey.ORDER_RATE_SECONDS) * SECOND;
    if (!tripped && taken.count(now, window) >= ordersMax) trip(now);
    if (!tripped) taken.add(now, window, ordersMax);
    return !tripped;
  }

  private void trip(long now) {
    tripped = true;
    trippedAt = now;
  }

  public boolean isTripped() {
    return tripped;
  }

  long trippedAt() {
    return trippedAt;
  }

  /** Orders may go again, and the count begins anew. */
  public void enable() {
    tripped = false;
    taken.clear();
  }

  public void write(StateWriter to) {
    to.add(tripped).add(trippedAt);
    taken.write(to);
  }

  public void read(StateReader from) {
    tripped = from.flag();
    trippedAt = from.word();
    taken.read(from);
  }
}
