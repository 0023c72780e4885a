/**
 * What outlives the process: the journal of every entity, the stored bars, the bundles and the
 * clocks of the feeds, in one database.
 *
 * <p>{@link io.qkt.persistence.H2Database} is the way in. It opens the file, refuses one that could
 * lose an acknowledged event, brings the tables to this build's version, and gives two things: the
 * settings under which the actor system's journal plugin writes to it, and the transactions in
 * which the stores of this package do. Both go to the same embedded database over pools of their
 * own.
 *
 * <p>{@link io.qkt.persistence.JournalTypes} is the table of what may be journaled and under which
 * stable name; only the composition root can fill it, since only it sees every module.
 * {@link io.qkt.persistence.JournalSerializer} and {@link io.qkt.persistence.JournalReader} go by
 * that table, the first inside an actor system and the second without one.
 *
 * <p>{@link io.qkt.persistence.FencedJournalDao} keeps one stale writer from failing those beside
 * it.
 *
 * <p>All SQL is in resource files, one folder for each kind of database.
 */
package io.qkt.persistence;
