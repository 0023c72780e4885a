package io.qkt.backtest.bench;

import io.qkt.backtest.ReplayLoop;
import io.qkt.core.market.Bar;
import io.qkt.core.program.Program;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Texts over bars in memory, beside loops by hand. It prints a line a row and fails on nothing but
 * other trades.
 */
@Tag("bench")
final class BarBench {
  private final Bar[] bars = BenchBars.walk();

  @Test
  void emaCross_besideTheLoopByHand() {
    var program = BenchText.cross();
    Rounds.race("P1o", "bars/s", bars.length, 30e6, () -> BarRun.fills(program, bars),
        () -> BarLoops.cross(bars));
    System.out.printf(Locale.ROOT, "P1o-fills value=%d unit=fills%n", BarLoops.cross(bars));
    printAllocated("P1o-alloc", program);
  }

  @Test
  void emaCross_throughTheReplayLoop() {
    var program = BenchText.cross();
    Rounds.race("P1o-replay", "bars/s", bars.length, 30e6, () -> replayed(program),
        () -> BarLoops.cross(bars));
  }

  @Test
  void heavy_besideTheLoopByHand() {
    var program = BenchText.heavy();
    Rounds.race("P1o-heavy", "bars/s", bars.length, 8e6, () -> BarRun.fills(program, bars),
        () -> BarLoops.heavy(bars));
    printAllocated("P1o-heavy-alloc", program);
  }

  @Test
  void limitsOfTheLanguage() {
    var some = List.of(bars).subList(0, 50_000).toArray(Bar[]::new);
    var indicators = BenchText.indicators();
    Rounds.alone("P1o-200-indicators", "bars/s", some.length,
        () -> BarRun.fills(indicators, some));
    var nodes = BenchText.nodes();
    Rounds.alone("P1o-10000-nodes", "bars/s", some.length, () -> BarRun.fills(nodes, some));
    printAllocated("P1o-200-indicators-alloc", indicators);
    printAllocated("P1o-10000-nodes-alloc", nodes);
  }

  private long replayed(Program program) {
    var loop = new ReplayLoop(program, Identity.ofReplay("bench", 1L << 50), AccountPlan.DEFAULT,
        FillTier.PAPER);
    for (var bar : bars)
      loop.onBar(bar);
    return loop.session().fills();
  }

  private void printAllocated(String row, Program program) {
    var run = new BarRun(program);
    var flat = BenchBars.flat();
    int count = 100_000;
    long bytes = Rounds.allocated(() -> {
      for (int i = 0; i < count; i++)
        run.onBar(flat, flat);
    });
    System.out.printf(Locale.ROOT, "%s value=%.1f unit=B/quiet-bar target=0%n", row,
        bytes / (double) count);
  }
}
