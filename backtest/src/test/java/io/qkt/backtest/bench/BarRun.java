package io.qkt.backtest.bench;

import io.qkt.core.market.Bar;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
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

/**
 * The kernel and the paper venue over bars in memory. Each order meets the open of the next bar, as
 * in every replay of bars; no order is left to wait.
 */
final class BarRun {
  private final StrategySession session;
  private final PaperVenue venue = new PaperVenue(FillTier.PAPER, _ -> InstrumentSpec.PLAIN);

  BarRun(Program program) {
    session = new StrategySession(program, Identity.ofReplay("bench", 1L << 50),
        AccountPlan.DEFAULT);
  }

  /** How often it traded. */
  static long fills(Program program, Bar[] bars) {
    var run = new BarRun(program);
    for (int i = 0; i + 1 < bars.length; i++)
      run.onBar(bars[i], bars[i + 1]);
    return run.session.fills();
  }

  void onBar(Bar bar, Bar next) {
    var step = session.onBar(bar);
    if (!step.decisions().isEmpty()) act(step, next);
  }

  private void act(Step step, Bar next) {
    venue.see(BenchBars.KEY.instrument(), Quote.at(next.openTime(), next.open()),
        PriceSource.BAR_OPEN);
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
