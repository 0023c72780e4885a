package io.qkt.backtest.run;

import io.qkt.backtest.store.Columns;
import io.qkt.backtest.store.DataStore;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.backtest.store.SeriesWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in memory. */
final class Stored implements DataStore {
  private final Map<SeriesKey, List<long[]>> series = new LinkedHashMap<>();

  Stored with(SeriesKey key, long... times) {
    var rows = new ArrayList<long[]>();
    for (long time : times)
      rows.add(new long[]{time, 100, 100, 100, 100, 1});
    series.put(key, rows);
    return this;
  }

  @Override
  public Optional<Columns> open(SeriesKey key) {
    return Optional.ofNullable(series.get(key)).map(Stored::columns);
  }

  private static Columns columns(List<long[]> rows) {
    return new Columns() {
      @Override
      public long rows() {
        return rows.size();
      }

      @Override
      public long at(int column, long row) {
        return rows.get((int) row)[column];
      }
    };
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
