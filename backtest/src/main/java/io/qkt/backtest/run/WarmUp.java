package io.qkt.backtest.run;

import io.qkt.backtest.Prices;
import io.qkt.backtest.Replay;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import java.util.List;

/**
 * Shows a replay what lies before its period, so that it begins as it would live: with indicators
 * that have seen as many bars as they want, and nothing bought in that time.
 */
record WarmUp(Replay replay) implements Prices {

  /** The rows before each lane that hold what the replay wants to have seen. */
  List<Lane> before(List<Lane> lanes) {
    return lanes.stream().map(lane -> lane.before(historyOf(lane))).toList();
  }

  /** From which row on there are enough bars for every stream of a lane's instrument. */
  private long historyOf(Lane lane) {
    return replay.needs()
        .stream()
        .filter(need -> warms(lane.key, need.key()))
        .mapToLong(need -> lane.historyOf(need.key().timeframe(), need.history()))
        .min()
        .orElse(lane.begin);
  }

  /**
   * Bars warm the streams of their own timeframe; a stream that is made of finer ones begins cold,
   * as it does in the reference.
   */
  private static boolean warms(SeriesKey series, BarKey stream) {
    boolean ofIt = series.timeframe().map(stream.timeframe()::equals).orElse(true);
    return ofIt && stream.instrument().equals(series.instrument());
  }

  @Override
  public void onPrice(Instrument instrument, Quote quote, PriceSource source) {
    replay.warm(instrument, quote);
  }

  @Override
  public boolean isShort(Instrument instrument) {
    return false;
  }
}
