package io.qkt.backtest.run;

import io.qkt.backtest.Replay.Need;
import io.qkt.backtest.store.DataProblem;
import io.qkt.backtest.store.DataStore;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what the streams of a replay are to be fed with: the ticks of all their instruments, or
 * else of each the finest stored bars of which all of its streams can be made.
 */
final class StoredPrices {
  private final DataStore store;
  private final List<Need> needs;
  private final Period period;

  StoredPrices(DataStore store, List<Need> needs, Period period) {
    this.store = store;
    this.needs = needs;
    this.period = period;
  }

  /** One lane for each instrument, in the order in which the instruments are first declared. */
  List<Lane> lanes(boolean barsOnly) {
    var instruments = needs.stream().map(need -> need.key().instrument()).distinct().toList();
    var stored = store.keys();
    boolean ticks = !barsOnly
        && instruments.stream().map(SeriesKey::ticks).allMatch(stored::contains);
    var lanes = new ArrayList<Lane>();
    for (var instrument : instruments)
      lanes.add(lane(ticks ? SeriesKey.ticks(instrument) : bars(instrument, stored)));
    return lanes;
  }

  private Lane lane(SeriesKey key) {
    var columns = store.open(key).orElseThrow(() -> missing(key.instrument(), List.of()));
    long begin = columns.firstFrom(period.from());
    long end = columns.firstFrom(period.to());
    if (begin < end) return Lane.of(key, columns, begin, end);
    throw new DataProblem("the data of %s must lie in the period, was from %s to %s".formatted(key,
        text(columns.time(0)), text(columns.time(columns.rows() - 1))),
        "change --from and --to, or import that period");
  }

  /** The longest timeframe of which every stream of an instrument can be made. */
  private Timeframe grid(Instrument instrument) {
    long micros = 0;
    for (var timeframe : timeframes(instrument))
      micros = commonDivisor(timeframe.micros(), micros);
    return new Timeframe(micros);
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  private List<Timeframe> timeframes(Instrument instrument) {
    return needs.stream()
        .map(Need::key)
        .filter(key -> key.instrument().equals(instrument))
        .map(BarKey::timeframe)
        .distinct()
        .toList();
  }

  private SeriesKey bars(Instrument instrument, List<SeriesKey> stored) {
    long grid = grid(instrument).micros();
    var kept = stored.stream().filter(key -> key.instrument().equals(instrument)).toList();
    return kept.stream()
        .filter(series -> !series.isTicks() && grid % micros(series) == 0)
        .min(Comparator.comparingLong(StoredPrices::micros))
        .orElseThrow(() -> missing(instrument, kept));
  }

  private static long micros(SeriesKey key) {
    return key.timeframe().orElseThrow().micros();
  }

  private DataProblem missing(Instrument instrument, List<SeriesKey> kept) {
    var had = kept.isEmpty() ? "nothing"
        : String.join(", ", kept.stream()
            .map(SeriesKey::kind)
            .toList());
    return new DataProblem("the data of %s must be bars that make %s, had %s".formatted(instrument,
        String.join(" and ", timeframes(instrument).stream().map(Timeframe::toString).toList()),
        had),
        "import them: `qkt data import FILE --as %s --tf %s`".formatted(instrument,
            grid(instrument)));
  }

  private static String text(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
