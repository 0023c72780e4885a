package io.qkt.platform.seam;

import org.apache.pekko.actor.typed.RecipientRef;

/**
 * A transport that can be silenced. A node that is closing says nothing any more: any message may
 * be lost without harm, and sharding will not let go of a shard to which somebody still speaks.
 */
public final class MutableTransport implements Transport {
  private final Transport behind;
  private volatile boolean muted;

  public MutableTransport(Transport behind) {
    this.behind = behind;
  }

  @Override
  public <M> void send(Edge edge, RecipientRef<M> to, M message) {
    if (!muted) behind.send(edge, to, message);
  }

  public void mute() {
    muted = true;
  }
}
