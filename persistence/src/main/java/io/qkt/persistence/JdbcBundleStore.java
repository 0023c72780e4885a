package io.qkt.persistence;

import io.qkt.core.program.Bundle;
import io.qkt.core.program.BundleStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The bundles in SQL, each stored once under the hash of its bytes, and who cites them. */
public final class JdbcBundleStore implements BundleStore {
  private final Dialect dialect;
  private final Transactions transactions;

  public JdbcBundleStore(H2Database database) {
    this.dialect = database.dialect();
    this.transactions = database.transactions();
  }

  @Override
  public CompletionStage<Bundle> store(Bundle bundle, String owner) {
    var addressed = Bundle.of(bundle.source());
    if (!addressed.equals(bundle)) {
      return CompletableFuture.failedFuture(new IllegalArgumentException(
          "a bundle's sha256 must be that of its source, %s, was %s".formatted(addressed.sha256(),
              bundle.sha256())));
    }
    return transactions.run(connection -> store(connection, bundle, owner));
  }

  private Bundle store(Connection connection, Bundle bundle, String owner) throws SQLException {
    if (!exists(connection, "find_bundle", bundle.sha256()))
      insertBundle(connection, bundle);
    if (!exists(connection, "find_citation", owner, bundle.sha256()))
      insertCitation(connection, owner, bundle.sha256());
    return bundle;
  }

  private boolean exists(Connection connection, String query, String... arguments)
      throws SQLException {
    try (var select = connection.prepareStatement(dialect.sql(query))) {
      for (int i = 0; i < arguments.length; i++)
        select.setString(i + 1, arguments[i]);
      try (var rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void insertBundle(Connection connection, Bundle bundle) throws SQLException {
    try (var insert = connection.prepareStatement(dialect.sql("insert_bundle"))) {
      insert.setString(1, bundle.sha256());
      insert.setBytes(2, bundle.source().getBytes(StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
  }

  private void insertCitation(Connection connection, String owner, String sha256)
      throws SQLException {
    try (var insert = connection.prepareStatement(dialect.sql("insert_citation"))) {
      insert.setString(1, owner);
      insert.setString(2, sha256);
      insert.executeUpdate();
    }
  }

  /** The bundles in the order in which {@code owner} first cited them. */
  @Override
  public CompletionStage<List<Bundle>> citedBy(String owner) {
    return transactions.run(connection -> {
      try (var select = connection.prepareStatement(dialect.sql("bundles_cited"))) {
        select.setString(1, owner);
        try (var rows = select.executeQuery()) {
          var bundles = new ArrayList<Bundle>();
          while (rows.next())
            bundles.add(
                new Bundle(rows.getString(1),
                    new String(rows.getBytes(2), StandardCharsets.UTF_8)));
          return List.copyOf(bundles);
        }
      }
    });
  }
}
