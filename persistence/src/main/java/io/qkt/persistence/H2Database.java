package io.qkt.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.h2.api.ErrorCode;

/**
 * The embedded database of a state directory, {@code journal.mv.db}, opened for this process. The
 * journal plugin and the stores share it: an embedded database is one for all who name the same url
 * in one process, and a second process is refused by the lock on the file.
 *
 * <p>Close it after the actor system: the file is closed with the last connection.
 */
public final class H2Database implements AutoCloseable {
  private static final String USER = "sa";

  // By default H2 acknowledges a commit up to half a second before it writes it, and a killed
  // process loses what it had acknowledged. Closing at exit is ours to do, after the actor system
  // has ended.
  private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  private final String url;
  private final Dialect dialect;
  private final Transactions transactions;

  private H2Database(String url, Transactions transactions) {
    this.url = url;
    this.dialect = Dialect.H2;
    this.transactions = transactions;
  }

  /** Opens the database of a state directory, which is made if there is none. */
  public static H2Database open(Path stateDir) {
    return open(stateDir, SETTINGS);
  }

  static H2Database open(Path stateDir, String settings) {
    var url = urlOf(stateDir, settings);
    // This connection keeps the database open until the pool has one of its own.
    try (var connection = DriverManager.getConnection(url, USER, "")) {
      refuseUnlessWrittenAtOnce(connection);
      new Schema(Dialect.H2).migrate(connection);
      return new H2Database(url, new Transactions(url, USER));
    } catch (SQLException e) {
      throw cannotOpen(stateDir, e);
    }
  }

  private static String urlOf(Path stateDir, String settings) {
    var file = stateDir.toAbsolutePath().normalize().resolve("journal");
    if (file.toString().contains(";"))
      throw new CannotOpenJournal(
          "a state directory must have no ';' in its path, was " + stateDir);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the state directory must be writable, was " + stateDir, e);
    }
    return "jdbc:h2:file:" + file + settings;
  }

  // The setting is listed twice, as it is stored and as it is in force; a file that once was opened
  // with 0 and now without has 0 stored and 500 in force. So every row counts.
  private static void refuseUnlessWrittenAtOnce(Connection connection) throws SQLException {
    var delays = new TreeSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(Dialect.H2.sql("write_delay"))) {
      while (rows.next())
        delays.add(rows.getString(1));
    }
    if (!delays.equals(Set.of("0"))) {
      throw new CannotOpenJournal(
          ("WRITE_DELAY of the journal must be 0, was %s: a killed engine would lose events that "
              + "it had acknowledged; open the journal with ;WRITE_DELAY=0")
              .formatted(String.join(" and ", delays)));
    }
  }

  private static CannotOpenJournal cannotOpen(Path stateDir, SQLException e) {
    if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return new CannotOpenJournal(
          "the state directory must be used by one engine at a time, was %s, held by another; "
              .formatted(stateDir) + "stop that one or name another directory",
          e);
    }
    return new CannotOpenJournal("the journal in %s cannot be opened: %s".formatted(stateDir,
        e.getMessage()), e);
  }

  /**
   * The settings under which an actor system keeps its journal and snapshots here. The system also
   * needs {@code types} among its setups.
   *
   * @param parallelism how many batches may be written at once, 1 to 4
   */
  public Config journalConfig(JournalTypes types, int parallelism) {
    var shared = "pekko-persistence-jdbc.shared-databases.qkt.";
    var binding = ConfigUtil.joinPath("pekko", "actor", "serialization-bindings",
        types.marker().getName());
    return ConfigFactory.empty()
        .withValue(shared + "profile", text("slick.jdbc.H2Profile$"))
        .withValue(shared + "db.driver", text("org.h2.Driver"))
        .withValue(shared + "db.url", text(url))
        .withValue(shared + "db.user", text(USER))
        .withValue(shared + "db.password", text(""))
        .withValue("jdbc-journal.parallelism", ConfigValueFactory.fromAnyRef(parallelism))
        .withValue(binding, text("qkt-journal"))
        .withFallback(ConfigFactory.parseResources(H2Database.class.getClassLoader(),
            "qkt-persistence.conf"));
  }

  private static ConfigValue text(String value) {
    return ConfigValueFactory.fromAnyRef(value);
  }

  /** For a look into the file with another tool in this process, such as a test. */
  String url() {
    return url;
  }

  Dialect dialect() {
    return dialect;
  }

  Transactions transactions() {
    return transactions;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
