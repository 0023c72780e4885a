package io.qkt.backtest.store;

import java.util.List;
import java.util.Optional;

/** Port: history that was imported. */
public interface DataStore {
  /** The whole series, checked; empty if none was imported. */
  Optional<Columns> open(SeriesKey key);

  /** All that was imported, in order of instrument and kind. */
  List<SeriesKey> keys();

  /** Takes a series, which replaces the one there is when it is committed, all or nothing. */
  SeriesWriter replace(SeriesKey key);
}
