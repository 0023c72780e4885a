package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.FeedClock;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcFeedClockStoreTest {
  private static final FeedClock SLOW = new FeedClock(1, 2, 0.1);
  private static final FeedClock FAST = new FeedClock(Long.MAX_VALUE, Long.MIN_VALUE, 100_000);

  @TempDir
  Path stateDir;

  @Test
  void load_afterARestart_isTheLastSaved() {
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcFeedClockStore(database);
      assertThat(done(store.load("SIM"))).isEmpty();
      assertThat(done(store.save("SIM", SLOW))).isEqualTo(SLOW);
      done(store.save("SIM", FAST));
      done(store.save("OTHER", SLOW));
    }
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcFeedClockStore(database);
      assertThat(done(store.load("SIM"))).contains(FAST);
      assertThat(done(store.load("OTHER"))).contains(SLOW);
    }
  }

  @Test
  void save_byManyAtOnce_keepsOneOfThem() {
    try (var database = H2Database.open(stateDir)) {
      var store = new JdbcFeedClockStore(database);
      var saved = IntStream.range(0, 40)
          .mapToObj(i -> store.save("SIM", i % 2 == 0 ? SLOW : FAST))
          .toList();
      saved.forEach(JdbcFeedClockStoreTest::done);
      assertThat(done(store.load("SIM"))).get().isIn(SLOW, FAST);
    }
  }

  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
