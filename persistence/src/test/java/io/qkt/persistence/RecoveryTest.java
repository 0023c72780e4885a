package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an entity gets back through the plugin, from its journal and its snapshots. */
final class RecoveryTest {
  @TempDir
  Path stateDir;

  @Test
  void recovery_fromASnapshot_needsNoEventBeforeIt() throws Exception {
    journal(Counter.SNAPSHOT_EVENTS + 5,
        engine -> snapshots(engine) == 1);
    try (var engine = Engine.start(stateDir, 2, "")) {
      update(engine, "DELETE FROM \"event_journal\" WHERE \"sequence_number\" < 100");
      assertThat(recovered(engine)).isEqualTo(Counter.SNAPSHOT_EVENTS + 5);
    }
  }

  @Test
  void recovery_ofAnEventOfANewerBuild_reachesTheEntity() throws Exception {
    journal(3, _ -> true);
    try (var engine = Engine.start(stateDir, 2, "")) {
      update(engine, "UPDATE \"event_journal\" SET \"event_ser_manifest\" = 'test.of-tomorrow'");
      assertThat(recovered(engine)).isEqualTo(Counter.UNREADABLE);
    }
  }

  @Test
  void readJournal_ofThePlugin_readsTheSameEvents() throws Exception {
    journal(3, _ -> true);
    try (var engine = Engine.start(stateDir, 2, "")) {
      var journal = PersistenceQuery.get(engine.system)
          .getReadJournalFor(JdbcReadJournal.class,
              JdbcReadJournal.Identifier());
      var events = journal.currentEventsByPersistenceId("e0", 2, 9)
          .map(EventEnvelope::event)
          .runWith(Sink.seq(), engine.system)
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
      assertThat(events).containsExactly(new Kept.Added(2), new Kept.Added(3));
    }
  }

  private interface Condition {
    boolean holds(Engine engine);
  }

  private void journal(int events, Condition until) throws Exception {
    try (var engine = Engine.start(stateDir, 2, "")) {
      var entities = engine.recovered(1);
      for (int n = 1; n <= events; n++)
        assertThat(Engine.addToAll(entities, n)).containsExactly(true);
      await(() -> until.holds(engine));
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time in which it must hold").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static long recovered(Engine engine) throws Exception {
    var recovered = new CompletableFuture<Long>();
    engine.spawn("e0", recovered);
    return recovered.get(10, TimeUnit.SECONDS);
  }

  private static void update(Engine engine, String sql) throws SQLException {
    engine.database.transactions().runNow(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.executeUpdate(sql);
      }
    });
  }

  private static long snapshots(Engine engine) {
    try {
      return engine.database.transactions().runNow(connection -> {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT COUNT(*) FROM \"snapshot\"")) {
          rows.next();
          return rows.getLong(1);
        }
      });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
