package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal plugin writes the rows of many entities in one transaction. With one batch at a time
 * all rows that arrive while the first is written share the second, so that one bad row among them
 * is one bad row in a batch of many.
 */
final class FencedJournalDaoTest {
  private static final int BUSY = 200;
  private static final String STALE = "e100";
  private static final String PLUGINS_OWN_DAO = "jdbc-journal.dao = "
      + "\"org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao\"";

  @TempDir
  Path stateDir;

  @Test
  void staleWriter_among200BusyEntities_failsAlone() throws Exception {
    try (var engine = Engine.start(stateDir, 1, "")) {
      var entities = engine.recovered(BUSY);
      assertThat(Engine.addToAll(entities, 1)).doesNotContain(false);
      anotherWrites(STALE, 2, engine);

      var acknowledged = Engine.addToAll(entities, 2);

      assertThat(Collections.frequency(acknowledged, true)).isEqualTo(BUSY - 1);
      assertThat(acknowledged.get(100)).isFalse();
      assertHealthyGoOn(engine, entities);
    }
  }

  private void assertHealthyGoOn(Engine engine,
      List<ActorRef<Counter.Add>> entities) throws Exception {
    var healthy = new ArrayList<>(entities);
    healthy.remove(100);
    // The breaker is not open either.
    assertThat(Engine.addToAll(healthy, 3)).doesNotContain(false);
    var reader = new JournalReader(engine.database, Kept.types());
    assertThat(reader.events("e0", 0, 10)).extracting(Journaled::seq).containsExactly(1L, 2L, 3L);
    assertThat(reader.events("e0", 0, 10)).extracting(Journaled::event)
        .containsExactly(
            new Kept.Added(1), new Kept.Added(2), new Kept.Added(3));
    assertThat(reader.events(STALE, 0, 10)).extracting(Journaled::event)
        .containsExactly(new Kept.Added(1), new Kept.Added(1));
  }

  /** If this fails, the plugin has mended it, or the test above shares no batch any more. */
  @Test
  void staleWriter_withThePluginsOwnDao_failsItsNeighbours() throws Exception {
    try (var engine = Engine.start(stateDir, 1, PLUGINS_OWN_DAO)) {
      var entities = engine.recovered(BUSY);
      assertThat(Engine.addToAll(entities, 1)).doesNotContain(false);
      anotherWrites(STALE, 2, engine);

      var acknowledged = Engine.addToAll(entities, 2);

      assertThat(Collections.frequency(acknowledged, false)).isGreaterThan(BUSY / 4);
    }
  }

  @Test
  void valueThatDoesNotFit_amongBusyEntities_failsAlone() throws Exception {
    try (var engine = Engine.start(stateDir, 1, "")) {
      var entities = new ArrayList<>(engine.recovered(20));
      var tooLong = new CompletableFuture<Long>();
      entities.add(10, engine.spawn("x".repeat(256), tooLong));
      tooLong.get(10, TimeUnit.SECONDS);

      var acknowledged = Engine.addToAll(entities, 1);

      assertThat(acknowledged.get(10)).isFalse();
      assertThat(Collections.frequency(acknowledged, true)).isEqualTo(20);
    }
  }

  @Test
  void twoLiveCopies_writingTheSameNumber_oneIsAcknowledged() throws Exception {
    try (var engine = Engine.start(stateDir, 1, "")) {
      var entities = new ArrayList<>(engine.recovered(20));
      var second = new CompletableFuture<Long>();
      entities.add(11, engine.spawn("e10", second));
      second.get(10, TimeUnit.SECONDS);

      var acknowledged = Engine.addToAll(entities, 7);

      assertThat(acknowledged.get(10)).isNotEqualTo(acknowledged.get(11));
      assertThat(Collections.frequency(acknowledged, true)).isEqualTo(20);
    }
  }

  /** Copies the first event of an entity under a later number, as a second copy of it would. */
  private static void anotherWrites(String persistenceId, long seq, Engine engine)
      throws SQLException {
    var copy = """
        INSERT INTO "event_journal" ("persistence_id", "sequence_number", "writer",
          "write_timestamp", "adapter_manifest", "event_payload", "event_ser_id",
          "event_ser_manifest")
        SELECT "persistence_id", ?, 'another', "write_timestamp", "adapter_manifest",
          "event_payload", "event_ser_id", "event_ser_manifest"
        FROM "event_journal" WHERE "persistence_id" = ? AND "sequence_number" = 1""";
    engine.database.transactions().runNow(connection -> {
      try (var insert = connection.prepareStatement(copy)) {
        insert.setLong(1, seq);
        insert.setString(2, persistenceId);
        return insert.executeUpdate();
      }
    });
  }
}
