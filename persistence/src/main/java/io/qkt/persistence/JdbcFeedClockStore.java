package io.qkt.persistence;

import io.qkt.core.market.FeedClock;
import io.qkt.core.market.FeedClockStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The clock of each label's feed in SQL. */
public final class JdbcFeedClockStore implements FeedClockStore {
  private final Dialect dialect;
  private final Transactions transactions;

  public JdbcFeedClockStore(H2Database database) {
    this.dialect = database.dialect();
    this.transactions = database.transactions();
  }

  @Override
  public CompletionStage<Optional<FeedClock>> load(String label) {
    return transactions.run(connection -> {
      try (var select = connection.prepareStatement(dialect.sql("find_clock"))) {
        select.setString(1, label);
        try (var rows = select.executeQuery()) {
          return rows.next()
              ? Optional.of(new FeedClock(rows.getLong(1), rows.getLong(2), rows.getDouble(3)))
              : Optional.empty();
        }
      }
    });
  }

  @Override
  public CompletionStage<FeedClock> save(String label, FeedClock clock) {
    return transactions.run(connection -> {
      if (write(connection, "update_clock", label, clock) == 0)
        write(connection, "insert_clock", label, clock);
      return clock;
    });
  }

  private int write(Connection connection, String query, String label, FeedClock clock)
      throws SQLException {
    try (var statement = connection.prepareStatement(dialect.sql(query))) {
      statement.setLong(1, clock.wallAnchor());
      statement.setLong(2, clock.feedAnchor());
      statement.setDouble(3, clock.speed());
      statement.setString(4, label);
      return statement.executeUpdate();
    }
  }
}
