package io.qkt.core.market;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Port: keeps each label's clock, so that feed time goes on after a restart. */
public interface FeedClockStore {
  CompletionStage<Optional<FeedClock>> load(String label);

  /** Replaces the clock of a label; done when it has survived a crash. */
  CompletionStage<FeedClock> save(String label, FeedClock clock);
}
