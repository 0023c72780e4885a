package io.qkt.platform.strategy;

/**
 * What should run under a name, as the registry journaled it. {@code startAfter} (feed time) is
 * where its first bar lies, so that it does not matter how late the strategy learns of its
 * deployment.
 */
public record Desired(String name, String clusterId, String id, long generation, String bundle,
    String profile, long signalMaxAgeMicros, long startAfter, long deployedAt,
    String label) {}
