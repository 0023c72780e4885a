package io.qkt.core.position;

import static io.qkt.core.money.Exact.ONE;
import static io.qkt.core.money.Exact.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.order.Side;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs on every tick allocates nothing. */
final class LedgerAllocationTest {
  private static final int TICKS = 100_000;
  private final Ledger ledger = new Ledger(
      List.of(InstrumentSpec.plain(parse("100"), 0, 0), InstrumentSpec.PLAIN), parse("10000"));
  private long sink;

  @Test
  void markAndReading_onEveryTick_allocateNothing() {
    ledger.fill(0, Leg.PRIMARY, Side.BUY, parse("3"), parse("30000"), ONE, ONE, 0);
    ledger.fill(0, 5, Side.SELL, parse("1"), parse("30100"), ONE, ONE, 0);
    run();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run();
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(bytes).as("bytes in %d ticks, sink %d", TICKS, sink).isLessThan(TICKS / 10);
  }

  private void run() {
    for (int i = 0; i < TICKS; i++) {
      ledger.mark(0, parse30k(i), ONE, i * 60_000_000L);
      ledger.excursion(0, Leg.PRIMARY, parse30k(i), parse30k(-i));
      sink += ledger.equity() + ledger.quantity(0) + ledger.unrealized() + ledger.epoch(0)
          + ledger.mfe(0, Leg.PRIMARY) + ledger.averagePrice(0) + ledger.results().tradesToday()
          + (long) ledger.drawdownPercent();
    }
  }

  private static long parse30k(int i) {
    return 30_000 * ONE + i * 7_654_321L;
  }
}
