package io.qkt.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** Our tables and their version, brought up to this build's at start. */
final class Schema {
  static final int VERSION = 2;

  private final Dialect dialect;

  Schema(Dialect dialect) {
    this.dialect = dialect;
  }

  void migrate(Connection connection) throws SQLException {
    execute(connection, dialect.sql("create_schema_version"));
    int stored = storedVersion(connection);
    if (stored > VERSION) {
      throw new CannotOpenJournal(
          ("the schema version of the state directory must be at most %d, was %d: it was written "
              + "by a newer qkt; start that one, or restore a backup").formatted(VERSION, stored));
    }
    for (int version = stored + 1; version <= VERSION; version++)
      migrateTo(version, connection);
  }

  // DDL commits by itself, so the version is written last and each statement may run twice.
  private void migrateTo(int version, Connection connection) throws SQLException {
    for (var statement : dialect.migration(version))
      execute(connection, statement);
    try (var insert = connection.prepareStatement(dialect.sql("insert_schema_version"))) {
      insert.setInt(1, version);
      insert.executeUpdate();
    }
  }

  private int storedVersion(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(dialect.sql("schema_version"))) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
