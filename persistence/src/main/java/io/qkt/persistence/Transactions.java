package io.qkt.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the stores' transactions, each on a thread of its own pool. There are as many threads as
 * connections, so that what waits, waits in the one bounded queue and never for a connection.
 */
final class Transactions implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int WAITING_MAX = 20_000;
  private static final int ATTEMPTS_MAX = 8;
  private static final int CONNECTION_TIMEOUT_MILLIS = 3_000;
  private static final int CLOSE_SECONDS_MAX = 5;

  private final HikariDataSource pool;
  private final ThreadPoolExecutor threads;

  /** What a transaction does; it may be done again from its start. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  Transactions(String url, String user) {
    var config = new HikariConfig();
    config.setPoolName("qkt-stores");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setMaxLifetime(0);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setAutoCommit(false);
    this.pool = new HikariDataSource(config);
    this.threads = new ThreadPoolExecutor(CONNECTIONS, CONNECTIONS, 0, TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(WAITING_MAX), threadFactory());
  }

  private static ThreadFactory threadFactory() {
    return Thread.ofPlatform().name("qkt-store-", 1).daemon().factory();
  }

  <T> CompletionStage<T> run(Work<T> work) {
    var result = new CompletableFuture<T>();
    try {
      threads.execute(() -> complete(result, work));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(new SQLException(
          "the stores must be open and at most %d transactions behind, were %d".formatted(
              WAITING_MAX, threads.getQueue().size()),
          e));
    }
    return result;
  }

  private <T> void complete(CompletableFuture<T> result, Work<T> work) {
    try {
      result.complete(runNow(work));
    } catch (SQLException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  /** Runs a transaction on the caller's thread, and again if another was there first. */
  <T> T runNow(Work<T> work) throws SQLException {
    for (int attempt = 1;; attempt++) {
      try {
        return attempt(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS_MAX || !SqlFailure.lostARace(e))
          throw e;
      }
    }
  }

  // A connection that goes back to the pool before its commit is rolled back there.
  private <T> T attempt(Work<T> work) throws SQLException {
    try (var connection = pool.getConnection()) {
      var result = work.in(connection);
      connection.commit();
      return result;
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS))
        threads.shutdownNow();
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    pool.close();
  }
}
