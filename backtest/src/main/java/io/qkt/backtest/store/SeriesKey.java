package io.qkt.backtest.store;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.util.Optional;

/**
 * Which history: the bars of an instrument at one timeframe, or its ticks, which have none.
 */
public record SeriesKey(Instrument instrument, Optional<Timeframe> timeframe) {
  static final String TICKS = "ticks";

  public static SeriesKey bars(Instrument instrument, Timeframe timeframe) {
    return new SeriesKey(instrument, Optional.of(timeframe));
  }

  public static SeriesKey ticks(Instrument instrument) {
    return new SeriesKey(instrument, Optional.empty());
  }

  public boolean isTicks() {
    return timeframe.isEmpty();
  }

  /** {@code 1m}, or {@code ticks}. */
  public String kind() {
    return timeframe.map(Timeframe::toString).orElse(TICKS);
  }

  int columns() {
    return isTicks() ? TickColumns.COUNT : BarColumns.COUNT;
  }

  @Override
  public String toString() {
    return instrument + " " + kind();
  }
}
