package io.qkt.http;

/** What a node says of itself. */
public record NodeInfo(long pid, String version, String node, String stateDir,
    long startedAtMillis) {}
