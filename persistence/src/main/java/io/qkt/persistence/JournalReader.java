package io.qkt.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the journal without an actor system, by the same table of names. */
public final class JournalReader {
  private final Dialect dialect;
  private final Transactions transactions;
  private final JournalCodec codec;

  public JournalReader(H2Database database, JournalTypes types) {
    this.dialect = database.dialect();
    this.transactions = database.transactions();
    this.codec = types.codec();
  }

  public List<String> persistenceIds() {
    return read(connection -> {
      try (var select = connection.prepareStatement(dialect.sql("persistence_ids"));
          var rows = select.executeQuery()) {
        var ids = new ArrayList<String>();
        while (rows.next())
          ids.add(rows.getString(1));
        return List.copyOf(ids);
      }
    });
  }

  /** At most {@code limit} events numbered above {@code afterSeq}, in order. */
  public List<Journaled> events(String persistenceId, long afterSeq, int limit) {
    return read(connection -> {
      try (var select = connection.prepareStatement(dialect.sql("events_after"))) {
        select.setString(1, persistenceId);
        select.setLong(2, afterSeq);
        select.setInt(3, limit);
        try (var rows = select.executeQuery()) {
          var events = new ArrayList<Journaled>();
          while (rows.next())
            events.add(new Journaled(persistenceId, rows.getLong(1), event(rows)));
          return List.copyOf(events);
        }
      }
    });
  }

  private Object event(ResultSet row) throws SQLException {
    var manifest = row.getString(4);
    int serializer = row.getInt(3);
    return serializer == JournalSerializer.IDENTIFIER
        ? codec.read(manifest, row.getBytes(2))
        : new Unreadable(manifest, "%s: the serializer's number must be %d, was %d"
            .formatted(Unreadable.CORRUPT, JournalSerializer.IDENTIFIER, serializer));
  }

  private <T> T read(Transactions.Work<T> work) {
    try {
      return transactions.runNow(work);
    } catch (SQLException e) {
      throw new IllegalStateException("the journal cannot be read: " + e.getMessage(), e);
    }
  }
}
