package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.program.Bundle;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcBundleStoreTest {
  private static final Bundle ONE = Bundle.of("EVERY 1m BUY 1 -- grüß\n");
  private static final Bundle TWO = Bundle.of("x".repeat(3_000_000));

  @TempDir
  Path stateDir;

  @Test
  void citedBy_afterARestart_isWhatTheOwnerCitedInOrder() {
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcBundleStore(database);
      assertThat(done(store.store(TWO, "trend"))).isEqualTo(TWO);
      done(store.store(ONE, "trend"));
      done(store.store(TWO, "trend"));
      done(store.store(ONE, "mean"));
    }
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcBundleStore(database);
      assertThat(done(store.citedBy("trend"))).containsExactly(TWO, ONE);
      assertThat(done(store.citedBy("mean"))).containsExactly(ONE);
      assertThat(done(store.citedBy("nobody"))).isEmpty();
    }
  }

  @Test
  void store_byManyAtOnce_keepsOne() {
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcBundleStore(database);
      var stored = IntStream.range(0, 40).mapToObj(i -> store.store(ONE, "owner" + i % 2)).toList();
      stored.forEach(JdbcBundleStoreTest::done);
      assertThat(done(store.citedBy("owner0"))).containsExactly(ONE);
      assertThat(done(store.citedBy("owner1"))).containsExactly(ONE);
    }
  }

  @Test
  void store_underAnotherAddress_isRefused() {
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcBundleStore(database);
      var stage = store.store(new Bundle(ONE.sha256(), "something else"), "trend");
      assertThatThrownBy(() -> done(stage)).hasMessageContaining("must be that of its source");
    }
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
