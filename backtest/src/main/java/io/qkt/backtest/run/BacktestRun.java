package io.qkt.backtest.run;

import io.qkt.backtest.Prices;
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
    var warmUp = new WarmUp(replay);
    merge(warmUp.before(lanes), warmUp, progress);
    merge(lanes, replay, progress);
    return new Replayed(lanes.stream().map(lane -> lane.key).toList(),
        lanes.stream().mapToLong(Lane::rows).sum(),
        lanes.stream().mapToLong(Lane::firstTime).min().orElseThrow(),
        lanes.stream().mapToLong(Lane::lastTime).max().orElseThrow());
  }

  /** Hot: of two prices at one instant, that of the instrument declared first comes first. */
  private static void merge(List<Lane> all, Prices shown, LongConsumer progress) {
    var lanes = all.toArray(Lane[]::new);
    for (long count = 1;; count++) {
      var next = lanes[0];
      for (int i = 1; i < lanes.length; i++)
        if (lanes[i].time() < next.time()) next = lanes[i];
      if (next.time() == Lane.DONE) return;
      if (count % TOLD_EVERY == 0) progress.accept(next.time());
      next.show(shown);
    }
  }
}
