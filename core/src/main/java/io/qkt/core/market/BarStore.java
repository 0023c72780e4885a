package io.qkt.core.market;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Port: the one stored copy of each bar that a running strategy may have seen. */
public interface BarStore {
  /**
   * Stores each bar whose key and open time are not taken yet and answers with the stored bars of
   * those open times, in the order asked. What it answers has survived a crash.
   */
  CompletionStage<List<Bar>> insertIfAbsent(List<Bar> bars);

  /** At most {@code limit} bars that open later than {@code openTime}, in order of time. */
  CompletionStage<List<Bar>> after(BarKey key, long openTime, int limit);

  CompletionStage<Optional<Bar>> last(BarKey key);
}
