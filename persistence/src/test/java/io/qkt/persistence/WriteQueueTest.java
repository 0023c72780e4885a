package io.qkt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue in front of the journal drops what it cannot hold, and the entity fails. */
final class WriteQueueTest {
  private static final int AT_ONCE = 2_500;

  @TempDir
  Path stateDir;

  @Test
  void writes_2500AtOnce_allSucceed() throws Exception {
    assertThat(acknowledged("")).isEqualTo(AT_ONCE);
  }

  /** If this fails, the test above no longer fills the queue and proves nothing. */
  @Test
  void writes_2500AtOnceWithThePluginsOwnBuffer_areLost() throws Exception {
    assertThat(acknowledged("jdbc-journal.bufferSize = 1000")).isLessThan(AT_ONCE);
  }

  private int acknowledged(String overrides) throws Exception {
    try (var engine = Engine.start(stateDir, 2, overrides)) {
      var entities = engine.recovered(AT_ONCE);
      return Collections.frequency(Engine.addToAll(entities, 1), true);
    }
  }
}
