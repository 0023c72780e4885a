package io.qkt.cli.spine;

import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Transport;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.RecipientRef;

/**
 * Keeps bars back until what else their quote brings is done: the venue, the watches and the hub
 * read the feed each for itself, and the backtest lets the venue and the watches be first.
 */
final class HeldBars implements Transport {
  private final Transport behind;
  private final List<Runnable> held = new ArrayList<>();
  private boolean holds;

  HeldBars(Transport behind) {
    this.behind = behind;
  }

  @Override
  public <M> void send(Edge edge, RecipientRef<M> to, M message) {
    if (edge != Edge.HUB_BAR || !isHeld(() -> behind.send(edge, to, message))) {
      behind.send(edge, to, message);
    }
  }

  private synchronized boolean isHeld(Runnable bar) {
    if (holds) held.add(bar);
    return holds;
  }

  synchronized void hold() {
    holds = true;
  }

  synchronized void release() {
    holds = false;
    held.forEach(Runnable::run);
    held.clear();
  }
}
