package io.qkt.core.session;

import io.qkt.core.order.ClientOrderId;

/**
 * Who a session is and how long its intents live: all of a decision that is not in the program or
 * in the inputs. {@code id} and {@code generation} together are never used twice in a cluster.
 */
public record Identity(String clusterId, String id, long generation, long signalMaxAgeMicros) {
  /**
   * Of a run that belongs to no cluster: its ids meet no venue but its own, so a number is enough.
   */
  public static Identity ofReplay(String id, long signalMaxAgeMicros) {
    return new Identity("", id, 1, signalMaxAgeMicros);
  }

  String cid(long seq) {
    if (clusterId.isEmpty()) return id + '-' + seq;
    return ClientOrderId.of(clusterId, id, generation, seq);
  }
}
