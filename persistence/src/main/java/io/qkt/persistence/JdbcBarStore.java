package io.qkt.persistence;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.BarStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * The stored bars in SQL. Whoever inserts holds the row of the series until the commit, so that the
 * bar before a new one is known for certain; the primary key stays the last word. A stored bar
 * never changes: one filled in later does not relink the one after it, which others have seen.
 */
public final class JdbcBarStore implements BarStore {
  private static final Comparator<BarKey> LOCK_ORDER = Comparator.comparing(BarKey::toString);

  private final Dialect dialect;
  private final Transactions transactions;

  public JdbcBarStore(H2Database database) {
    this.dialect = database.dialect();
    this.transactions = database.transactions();
  }

  @Override
  public CompletionStage<List<Bar>> insertIfAbsent(List<Bar> bars) {
    var asked = List.copyOf(bars);
    return transactions.run(connection -> insertAll(connection, asked));
  }

  @Override
  public CompletionStage<List<Bar>> after(BarKey key, long openTime, int limit) {
    return transactions.run(connection -> {
      var series = series(connection, "series", key);
      return series.isEmpty()
          ? List.of()
          : bars(connection, key, "bars_after", series.getAsLong(), openTime, limit);
    });
  }

  @Override
  public CompletionStage<Optional<Bar>> last(BarKey key) {
    return transactions.run(connection -> {
      var series = series(connection, "series", key);
      return series.isEmpty()
          ? Optional.empty()
          : bars(connection, key, "last_bar", series.getAsLong()).stream().findFirst();
    });
  }

  private List<Bar> insertAll(Connection connection, List<Bar> asked) throws SQLException {
    // In one order for everybody, so that two who insert the same series never wait for each other.
    var byKey = new TreeMap<BarKey, List<Bar>>(LOCK_ORDER);
    asked.forEach(bar -> byKey.computeIfAbsent(bar.key(), _ -> new ArrayList<>()).add(bar));
    var stored = new TreeMap<BarKey, TreeMap<Long, Bar>>(LOCK_ORDER);
    for (var entry : byKey.entrySet())
      stored.put(entry.getKey(), insertSeries(connection, entry.getKey(), entry.getValue()));
    return asked.stream().map(bar -> stored.get(bar.key()).get(bar.openTime())).toList();
  }

  private TreeMap<Long, Bar> insertSeries(Connection connection, BarKey key, List<Bar> asked)
      throws SQLException {
    long series = lockedSeries(connection, key);
    var inOrder = asked.stream().sorted(Comparator.comparingLong(Bar::openTime)).toList();
    long first = inOrder.getFirst().openTime();
    long last = inOrder.getLast().openTime();
    var stored = new TreeMap<Long, Bar>();
    bars(connection, key, "bars_between", series, first, last)
        .forEach(bar -> stored.put(bar.openTime(), bar));
    long before = openTimeBefore(connection, series, first);
    try (var insert = connection.prepareStatement(dialect.sql("insert_bar"))) {
      for (var bar : inOrder) {
        if (stored.containsKey(bar.openTime()))
          continue;
        var prev = stored.lowerKey(bar.openTime());
        var linked = bar.after(prev == null ? before : prev);
        stored.put(bar.openTime(), linked);
        addToBatch(insert, series, linked);
      }
      insert.executeBatch();
    }
    return stored;
  }

  private long lockedSeries(Connection connection, BarKey key) throws SQLException {
    var known = series(connection, "lock_series", key);
    if (known.isPresent())
      return known.getAsLong();
    try (var insert = connection.prepareStatement(dialect.sql("insert_series"))) {
      bind(insert, key);
      insert.executeUpdate();
    }
    return series(connection, "lock_series", key).getAsLong();
  }

  private OptionalLong series(Connection connection, String query, BarKey key) throws SQLException {
    try (var select = connection.prepareStatement(dialect.sql(query))) {
      bind(select, key);
      try (var rows = select.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private static void bind(PreparedStatement statement, BarKey key) throws SQLException {
    statement.setString(1, key.instrument().broker());
    statement.setString(2, key.instrument().symbol());
    statement.setLong(3, key.timeframe().micros());
  }

  private long openTimeBefore(Connection connection, long series, long openTime)
      throws SQLException {
    try (var select = connection.prepareStatement(dialect.sql("open_time_before"))) {
      select.setLong(1, series);
      select.setLong(2, openTime);
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : Bar.NONE;
      }
    }
  }

  private List<Bar> bars(Connection connection, BarKey key, String query, long... arguments)
      throws SQLException {
    try (var select = connection.prepareStatement(dialect.sql(query))) {
      for (int i = 0; i < arguments.length; i++)
        select.setLong(i + 1, arguments[i]);
      try (var rows = select.executeQuery()) {
        var bars = new ArrayList<Bar>();
        while (rows.next())
          bars.add(bar(key, rows));
        return bars;
      }
    }
  }

  private static Bar bar(BarKey key, ResultSet row) throws SQLException {
    return new Bar(key, row.getLong("open_time"), row.getLong("prev_open_time"),
        row.getLong("open_price"), row.getLong("high_price"), row.getLong("low_price"),
        row.getLong("close_price"), row.getLong("volume"),
        Bar.ClosedBy.valueOf(row.getString("closed_by")), row.getInt("late_ticks"),
        row.getLong("bid"), row.getLong("ask"), row.getLong("closed_at"));
  }

  private static void addToBatch(PreparedStatement insert, long series, Bar bar)
      throws SQLException {
    insert.setLong(1, series);
    insert.setLong(2, bar.openTime());
    insert.setLong(3, bar.prevOpenTime());
    insert.setLong(4, bar.open());
    insert.setLong(5, bar.high());
    insert.setLong(6, bar.low());
    insert.setLong(7, bar.close());
    insert.setLong(8, bar.volume());
    insert.setString(9, bar.closedBy().name());
    insert.setInt(10, bar.lateTicks());
    insert.setLong(11, bar.bid());
    insert.setLong(12, bar.ask());
    insert.setLong(13, bar.closedAt());
    insert.addBatch();
  }
}
