package io.qkt.platform.strategy;

import io.qkt.core.session.Identity;

/**
 * What should run under a name, as the registry journaled it. {@code startAfter} (feed time) is
 * where its first bar lies, so that it does not matter how late the strategy learns of its
 * deployment.
 */
public record Desired(String name, String clusterId, String id, long generation, String bundle,
    String label, String profile, long signalMaxAgeMicros, long startAfter, long deployedAt) {

  Identity identity() {
    return new Identity(clusterId, id, generation, signalMaxAgeMicros);
  }
}
