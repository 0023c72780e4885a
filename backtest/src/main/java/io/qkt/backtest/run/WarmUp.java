package io.qkt.backtest.run;

import io.qkt.backtest.Replay;
import io.qkt.core.market.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shows a replay what lies before its period, so that it begins as it would live: with indicators
 * that have seen as many bars as they want, and nothing bought in that time.
 */
final class WarmUp {
  private WarmUp() {}

  /** Bars of one instant come in the order of the lanes. */
  static void feed(Replay replay, List<Lane> lanes) {
    var bars = new ArrayList<Bar>();
    for (var lane : lanes)
      lane.before(historyOf(lane, replay.needs()), bars::add);
    bars.sort(Comparator.comparingLong(Bar::endTime));
    bars.forEach(replay::warm);
  }

  /** From which row on there are enough bars for every stream of a lane's instrument. */
  private static long historyOf(Lane lane, List<Replay.Need> needs) {
    long from = lane.begin;
    for (var need : needs) {
      if (!need.key().instrument().equals(lane.key.instrument())) continue;
      from = Math.min(from, lane.historyOf(need.key().timeframe(), need.history()));
    }
    return from;
  }
}
