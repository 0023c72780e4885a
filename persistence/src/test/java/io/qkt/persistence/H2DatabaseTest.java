package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2DatabaseTest {
  @TempDir
  Path stateDir;

  @Test
  void open_withoutWriteDelayZero_isRefused() {
    assertThatThrownBy(() -> H2Database.open(stateDir, ";WRITE_DELAY=500"))
        .isInstanceOf(CannotOpenJournal.class)
        .hasMessageContaining("must be 0, was 500");
    assertThatThrownBy(() -> H2Database.open(stateDir, ";DB_CLOSE_ON_EXIT=FALSE"))
        .isInstanceOf(CannotOpenJournal.class)
        .hasMessageContaining("must be 0, was 500");
  }

  @Test
  void open_withADelayInForceThoughZeroIsStored_isRefused() {
    H2Database.open(stateDir).close();
    assertThatThrownBy(() -> H2Database.open(stateDir, ";DB_CLOSE_ON_EXIT=FALSE"))
        .isInstanceOf(CannotOpenJournal.class)
        .hasMessageContaining("must be 0, was 0 and 500");
  }

  @Test
  void open_ofADatabaseThatWasOpenedOtherwise_setsTheDelayBack() throws SQLException {
    H2Database.open(stateDir).close();
    try (var other = DriverManager.getConnection(
        "jdbc:h2:file:" + stateDir.resolve("journal") + ";WRITE_DELAY=500", "sa", "");
        var database = H2Database.open(stateDir)) {
      assertThat(other.isClosed()).isFalse();
      assertThat(strings(database, Dialect.H2.sql("write_delay"))).containsOnly("0");
    }
  }

  @Test
  void open_twice_changesNothing() throws SQLException {
    List<String> tables;
    try (var database = H2Database.open(stateDir)) {
      tables = strings(database, TABLES);
    }
    try (var database = H2Database.open(stateDir)) {
      assertThat(strings(database, TABLES)).isEqualTo(tables)
          .containsExactly("BAR", "BAR_SERIES",
              "BUNDLE", "BUNDLE_CITATION", "FEED_CLOCK", "SCHEMA_VERSION", "event_journal",
              "snapshot");
      assertThat(strings(database, "SELECT version FROM schema_version")).containsExactly("1", "2");
    }
    assertThat(stateDir.resolve("journal.mv.db")).exists();
  }

  @Test
  void open_afterAStartThatDiedBetweenTwoStatements_makesTheRest() throws SQLException {
    try (var database = H2Database.open(stateDir)) {
      execute(database, "DELETE FROM schema_version");
      execute(database, "DROP TABLE feed_clock");
    }
    try (var database = H2Database.open(stateDir)) {
      assertThat(strings(database, TABLES)).contains("FEED_CLOCK");
    }
  }

  @Test
  void open_withANewerSchema_isRefused() throws SQLException {
    try (var database = H2Database.open(stateDir)) {
      execute(database, "INSERT INTO schema_version (version) VALUES (3)");
    }
    assertThatThrownBy(() -> H2Database.open(stateDir)).isInstanceOf(CannotOpenJournal.class)
        .hasMessageContaining("must be at most 2, was 3")
        .hasMessageContaining("newer qkt");
  }

  @Test
  void open_whileAnotherProcessHoldsIt_isRefused() throws Exception {
    var other = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), KilledWriter.class.getName(), stateDir.toString())
        .start();
    try (var out = other.inputReader()) {
      assertThat(out.readLine()).isNotNull();
      assertThatThrownBy(() -> H2Database.open(stateDir)).isInstanceOf(CannotOpenJournal.class)
          .hasMessageContaining("used by one engine at a time");
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void open_ofAPathThatWouldBeReadAsSettings_isRefused() {
    assertThatThrownBy(() -> H2Database.open(stateDir.resolve("a;WRITE_DELAY=500")))
        .isInstanceOf(CannotOpenJournal.class)
        .hasMessageContaining("no ';'");
  }

  @Test
  void open_ofADirectoryThatIsNotThere_makesIt() {
    var deep = stateDir.resolve("a b").resolve("ü");
    H2Database.open(deep).close();
    assertThat(Files.exists(deep.resolve("journal.mv.db"))).isTrue();
  }

  @Test
  void journalConfig_keepsWhatIsWrongByDefault() {
    try (var database = H2Database.open(stateDir)) {
      var config = database.journalConfig(Kept.types(), 3);
      assertThat(config.getInt("jdbc-journal.parallelism")).isEqualTo(3);
      assertThat(config.getInt("jdbc-journal.bufferSize")).isEqualTo(20_000);
      assertThat(config.getString("jdbc-journal.replay-filter.mode")).isEqualTo("fail");
      assertThat(config.getBoolean("pekko.actor.allow-java-serialization")).isFalse();
      assertThat(config.getConfig("pekko-persistence-jdbc.shared-databases.qkt.db")
          .getInt("connectionTimeout")).isEqualTo(3_000);
    }
  }

  private static final String TABLES = "SELECT table_name FROM information_schema.tables "
      + "WHERE table_schema = 'PUBLIC' ORDER BY table_name";

  private static List<String> strings(H2Database database, String query) throws SQLException {
    return database.transactions().runNow(connection -> {
      try (var select = connection.prepareStatement(query); var rows = select.executeQuery()) {
        var strings = new ArrayList<String>();
        while (rows.next())
          strings.add(rows.getString(1));
        return strings;
      }
    });
  }

  private static void execute(H2Database database, String sql) throws SQLException {
    database.transactions().runNow(connection -> {
      try (var statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }
}
