package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalReaderTest {
  @TempDir
  Path stateDir;

  @BeforeEach
  void journalThreeEventsOfTwoEntities() throws Exception {
    try (var engine = Engine.start(stateDir, 2, "")) {
      var entities = engine.recovered(2);
      for (long n = 1; n <= 3; n++)
        assertThat(Engine.addToAll(entities, n)).doesNotContain(false);
    }
  }

  @Test
  void events_withoutAnActorSystem_areWhatWasJournaled() {
    try (var database = H2Database.open(stateDir)) {
      var reader = new JournalReader(database, Kept.types());
      assertThat(reader.persistenceIds()).containsExactly("e0", "e1");
      assertThat(reader.events("e1", 0, 2)).containsExactly(
          new Journaled("e1", 1, new Kept.Added(1)), new Journaled("e1", 2, new Kept.Added(2)));
      assertThat(reader.events("e1", 2, 2))
          .containsExactly(new Journaled("e1", 3, new Kept.Added(3)));
      assertThat(reader.events("e1", 3, 2)).isEmpty();
      assertThat(reader.events("nobody", 0, 2)).isEmpty();
    }
  }

  @Test
  void events_ofATypeUnknownHere_areUnreadableAndTheRestIsNot() throws SQLException {
    try (var database = H2Database.open(stateDir)) {
      update(database, "\"event_ser_manifest\" = 'test.of-tomorrow'", 1);
      update(database, "\"event_ser_id\" = 1", 2);
      var events = new JournalReader(database, Kept.types()).events("e1", 0, 9);
      assertThat(events.get(0).event()).isInstanceOfSatisfying(Unreadable.class,
          unreadable -> assertThat(unreadable.why()).startsWith("NEWER_JOURNAL"));
      assertThat(events.get(1).event()).isInstanceOf(Unreadable.class);
      assertThat(events.get(2).event()).isEqualTo(new Kept.Added(3));
    }
  }

  private static void update(H2Database database, String assignment, long seq)
      throws SQLException {
    database.transactions().runNow(connection -> {
      try (var update = connection.prepareStatement(
          "UPDATE \"event_journal\" SET " + assignment + " WHERE \"sequence_number\" = ?")) {
        update.setLong(1, seq);
        return update.executeUpdate();
      }
    });
  }
}
