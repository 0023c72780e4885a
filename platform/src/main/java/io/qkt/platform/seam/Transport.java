package io.qkt.platform.seam;

import org.apache.pekko.actor.typed.RecipientRef;

/** Carries every message from one actor to another: the seam at which tests lose one. */
public interface Transport {
  <M> void send(Edge edge, RecipientRef<M> to, M message);

  /** Sends at once and loses nothing that Pekko does not lose. */
  static Transport direct() {
    return new Transport() {
      @Override
      public <M> void send(Edge edge, RecipientRef<M> to, M message) {
        to.tell(message);
      }
    };
  }
}
