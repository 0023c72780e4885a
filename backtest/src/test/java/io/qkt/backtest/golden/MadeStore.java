package io.qkt.backtest.golden;

import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.DataStore;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.SeriesWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All generated markets, in memory. */
final class MadeStore implements DataStore {
  private final Map<SeriesKey, Columns> series = new LinkedHashMap<>();

  MadeStore(List<Made> made) {
    made.forEach(one -> series.put(one.key(), one.columns()));
  }

  @Override
  public Optional<Columns> open(SeriesKey key) {
    return Optional.ofNullable(series.get(key));
  }

  @Override
  public List<SeriesKey> keys() {
    return List.copyOf(series.keySet());
  }

  @Override
  public SeriesWriter replace(SeriesKey key) {
    throw new UnsupportedOperationException("nothing is imported here");
  }
}
