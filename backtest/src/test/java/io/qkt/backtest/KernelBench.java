package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.Program;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.Step;
import io.qkt.core.session.StrategySession;
import io.qkt.core.venue.FillTier;
import io.qkt.core.venue.PaperVenue;
import io.qkt.core.venue.VenueOrder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The kernel and the paper venue over bars in memory, beside a loop written by hand that does the
 * same work, in alternating rounds. It prints a line a row and fails on nothing but other trades.
 */
@Tag("bench")
final class KernelBench {
  private static final int BARS = 1_000_800;
  private static final int ROUNDS = 9;
  private static final int FAST = 9;
  private static final int SLOW = 21;
  private static final BarKey KEY = Market.BTC;

  private final Bar[] bars = bars();

  @Test
  void emaCross_overBarsInMemory_besideTheLoopByHand() {
    var kernel = new double[ROUNDS];
    var hand = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long fills = kernel();
      long between = System.nanoTime();
      long fillsByHand = byHand();
      long end = System.nanoTime();
      assertThat(fills).isEqualTo(fillsByHand);
      if (round < 0) continue;
      kernel[round] = BARS * 1e9 / (between - start);
      hand[round] = BARS * 1e9 / (end - between);
    }
    print("P1o", median(kernel), median(hand), 30e6);
    System.out.printf(Locale.ROOT, "P1o-alloc value=%.1f unit=B/quiet-bar target=0%n",
        allocatedPerQuietBar());
  }

  private static void print(String row, double value, double limit, double target) {
    System.out.printf(Locale.ROOT,
        "%s value=%.3g unit=bars/s limit=%.3g ratio=%.4f target=%.3g %s%n",
        row, value, limit, value / limit, target, value >= target ? "reached" : "short");
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private long kernel() {
    var run = new Run();
    for (int i = 0; i + 1 < bars.length; i++)
      run.onBar(bars[i], bars[i + 1]);
    return run.session.fills();
  }

  /** Each order meets the open of the next bar, as in every replay of bars. */
  private static final class Run {
    final StrategySession session = new StrategySession(
        Program.builder("cross", KEY)
            .buyWhenCrossingAbove(FAST, SLOW, Exact.ONE)
            .sellWhenCrossingBelow(FAST, SLOW, Exact.ONE)
            .build(),
        Identity.ofReplay("bench", 1L << 50), AccountPlan.DEFAULT);
    final PaperVenue venue = new PaperVenue(FillTier.PAPER, _ -> InstrumentSpec.PLAIN);

    void onBar(Bar bar, Bar next) {
      var step = session.onBar(bar);
      if (!step.decisions().isEmpty()) act(step, next);
    }

    private void act(Step step, Bar next) {
      venue.see(KEY.instrument(), Quote.at(next.openTime(), next.open()), PriceSource.BAR_OPEN);
      for (var decision : step.decisions()) {
        if (!(decision instanceof Decision.Place(var intent))) continue;
        var order = new VenueOrder(intent.cid(), intent.instrument(), intent.side(),
            intent.quantity(), intent.terms(), intent.reducing(), next.openTime(),
            intent.validUntil());
        venue.submit(order);
        for (var report = venue.next(); report != null; report = venue.next())
          tell(report.forOwner(order, 0), next.openTime());
      }
    }

    private void tell(OrderUpdate update, long now) {
      session.on(new Input.OrderUpdated(update, now));
    }
  }

  private double allocatedPerQuietBar() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var run = new Run();
    var flat = new Bar(KEY, 0, Bar.NONE, Exact.ONE, Exact.ONE, Exact.ONE, Exact.ONE, 0,
        Bar.ClosedBy.TICK, 0);
    for (int i = 0; i < BARS; i++)
      run.onBar(flat, flat);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BARS; i++)
      run.onBar(flat, flat);
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) BARS;
  }

  /** The same averages, crossings and fills, with all state in locals. */
  private long byHand() {
    double fast = 0;
    double slow = 0;
    int above = 0;
    long position = 0;
    long cash = 0;
    long fills = 0;
    for (int i = 0; i + 1 < bars.length; i++) {
      double close = Exact.toDouble(bars[i].close());
      fast = ema(fast, close, i, FAST);
      slow = ema(slow, close, i, SLOW);
      if (i < SLOW - 1) continue;
      int now = fast > slow ? 2 : 1;
      boolean trades = above != 0 && now != above && (now == 2) == (position == 0);
      above = now;
      if (!trades) continue;
      position = now == 2 ? 1 : 0;
      cash -= (2 * position - 1) * bars[i + 1].open();
      fills++;
    }
    return cash == Long.MIN_VALUE ? 0 : fills;
  }

  private static double ema(double before, double close, int i, int period) {
    if (i < period - 1) return before + close;
    if (i == period - 1) return (before + close) / period;
    double a = 2.0 / (period + 1);
    return a * close + (1 - a) * before;
  }

  private static Bar[] bars() {
    var bars = new Bar[BARS];
    long state = 7;
    long close = 100 * Exact.ONE;
    for (int i = 0; i < BARS; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      long open = close;
      close = Math.max(Exact.ONE, close + (state >> 40) * 3);
      bars[i] = new Bar(KEY, i * 60_000_000L, (i - 1) * 60_000_000L, open,
          Math.max(open, close), Math.min(open, close), close, Exact.ONE, Bar.ClosedBy.TICK, 0);
    }
    return bars;
  }
}
