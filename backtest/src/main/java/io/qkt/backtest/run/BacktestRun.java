package io.qkt.backtest.run;

import io.qkt.backtest.Replay;
import io.qkt.backtest.store.DataStore;
import io.qkt.backtest.store.SeriesKey;
import java.util.List;
import java.util.function.LongConsumer;

/** Drives a replay with all stored prices of a period, in order of time. */
public final class BacktestRun {
  private static final long TOLD_EVERY = 1 << 20;

  private BacktestRun() {}

  /** What was replayed. */
  public record Replayed(List<SeriesKey> series, long rows, long firstTime, long lastTime) {}

  /**
   * @param barsOnly whether bars are to be taken even where there are ticks
   * @param progress told now and then the time that the replay has come to
   */
  public static Replayed run(Replay replay, DataStore store, Period period, boolean barsOnly,
      LongConsumer progress) {
    var lanes = new StoredPrices(store, replay.needs(), period).lanes(barsOnly);
    WarmUp.feed(replay, lanes);
    var facts = facts(lanes);
    merge(lanes.toArray(Lane[]::new), replay, progress);
    return facts;
  }

  private static Replayed facts(List<Lane> lanes) {
    return new Replayed(lanes.stream().map(lane -> lane.key).toList(),
        lanes.stream().mapToLong(Lane::rows).sum(),
        lanes.stream().mapToLong(lane -> lane.columns.time(lane.begin)).min().orElseThrow(),
        lanes.stream().mapToLong(lane -> lane.columns.time(lane.end - 1)).max().orElseThrow());
  }

  /** Hot: of two prices at one instant, that of the instrument declared first comes first. */
  private static void merge(Lane[] lanes, Replay replay, LongConsumer progress) {
    for (long shown = 1;; shown++) {
      var next = lanes[0];
      for (int i = 1; i < lanes.length; i++)
        if (lanes[i].time() < next.time()) next = lanes[i];
      if (next.time() == Lane.DONE) return;
      if (shown % TOLD_EVERY == 0) progress.accept(next.time());
      next.show(replay);
    }
  }
}
