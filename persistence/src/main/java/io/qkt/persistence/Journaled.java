package io.qkt.persistence;

/** One event of the journal, or {@link Unreadable} in its place. */
public record Journaled(String persistenceId, long seq, Object event) {}
