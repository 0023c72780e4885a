package io.qkt.core.session;

import io.qkt.core.order.ClientOrderId;

/**
 * Who a session is and how long its intents live: all of a decision that is not in the program or
 * in the inputs. {@code id} and {@code generation} together are never used twice in a cluster.
 */
public record Identity(String clusterId, String id, long generation, long signalMaxAgeMicros) {
  String cid(long seq) {
    return ClientOrderId.of(clusterId, id, generation, seq);
  }
}
