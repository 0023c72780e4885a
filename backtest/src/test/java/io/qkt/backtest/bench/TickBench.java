package io.qkt.backtest.bench;

import io.qkt.backtest.ReplayLoop;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapped ticks of bid and ask, through the replay loop to fills, beside a loop by hand. */
@Tag("bench")
final class TickBench {
  private static final int TICKS = 5_000_000;
  private static final long TICK = 3L * Long.BYTES;
  private static final long MICROS = 1_700_000;

  @Test
  void ticks_throughTheReplayLoop_besideTheLoopByHand(@TempDir Path folder) throws IOException {
    try (var arena = Arena.ofConfined();
        var file = FileChannel.open(folder.resolve("ticks"), StandardOpenOption.CREATE,
            StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var ticks = file.map(MapMode.READ_WRITE, 0, TICKS * TICK, arena);
      write(ticks);
      Rounds.race("P2", "ticks/s", TICKS, 120e6, () -> replayed(ticks), () -> byHand(ticks));
    }
  }

  private static void write(MemorySegment ticks) {
    long state = 11;
    long bid = 10_000_000_000L;
    for (long i = 0; i < TICKS; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      bid = Math.max(1_000_000_000L, bid + (state >> 42));
      ticks.set(ValueLayout.JAVA_LONG, i * TICK, i * MICROS);
      ticks.set(ValueLayout.JAVA_LONG, i * TICK + 8, bid);
      ticks.set(ValueLayout.JAVA_LONG, i * TICK + 16, bid + 2_000_000);
    }
  }

  private static long at(MemorySegment ticks, long i, int field) {
    return ticks.get(ValueLayout.JAVA_LONG, i * TICK + 8L * field);
  }

  private static long replayed(MemorySegment ticks) {
    var loop = new ReplayLoop(BenchText.cross(), Identity.ofReplay("bench", 1L << 50),
        AccountPlan.DEFAULT, FillTier.PAPER);
    var instrument = BenchBars.KEY.instrument();
    for (long i = 0; i < TICKS; i++) {
      var quote = new Quote(at(ticks, i, 0), at(ticks, i, 1), at(ticks, i, 2), 0, 0);
      loop.onPrice(instrument, quote, PriceSource.TICK);
    }
    return loop.session().fills();
  }

  /** With the equity and its drawdown at every tick. */
  private static long byHand(MemorySegment ticks) {
    var cross = new CrossByHand();
    long minute = 0;
    long close = 0;
    for (long i = 0; i < TICKS; i++) {
      long time = at(ticks, i, 0);
      long bid = at(ticks, i, 1);
      long ask = at(ticks, i, 2);
      if (time / 60_000_000 != minute && i > 0) {
        cross.close(close, bid, ask);
        minute = time / 60_000_000;
      }
      close = bid + (ask - bid) / 2;
      cross.mark(bid);
    }
    return cross.fills();
  }
}
