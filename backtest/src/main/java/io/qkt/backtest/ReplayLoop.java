package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.CandleAggregator;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.Program;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import io.qkt.core.venue.PaperVenue;
import io.qkt.core.venue.VenueOrder;

/**
 * Drives a session from quotes, in the order in which the actors do: the venue sees a quote first,
 * the bar that it closes comes next, and what the venue makes of the orders comes before anything
 * else. The calls are those of the actors; only the waiting, the writing and the wire are missing.
 */
public final class ReplayLoop {
  private final StrategySession session;
  private final CandleAggregator aggregator;
  private final PaperVenue venue = new PaperVenue();

  private ReplayLoop(Program program, Identity identity) {
    session = new StrategySession(program, identity);
    aggregator = new CandleAggregator(program.stream(), Bar.NONE);
  }

  /** The session as it stands after the quotes with {@code from <= time < to}. */
  public static StrategySession run(Program program, Identity identity, QuoteFeed feed, long from,
      long to) {
    var loop = new ReplayLoop(program, identity);
    var symbol = program.stream().instrument().symbol();
    feed.quotes(symbol, from, to).forEach(loop::onQuote);
    return loop.session;
  }

  private void onQuote(Quote quote) {
    venue.onQuote(session.program().stream().instrument(), quote);
    var bar = aggregator.on(quote);
    if (bar == null) return;
    for (var decision : session.on(new Input.BarClosed(bar)).decisions()) {
      switch (decision) {
        case Decision.Place(var intent) -> place(intent, quote.time());
        case Decision.Cancel _,Decision.Refuse _,Decision.Log _,Decision.Arm _,Decision.Disarm _ ->
            {
            }
      }
    }
  }

  private void place(OrderIntent intent, long now) {
    var refusal = AdmissionGate.DEFAULT.refusal(intent, now);
    if (refusal.isPresent()) {
      tell(new OrderUpdate.Refused(intent.cid(), refusal.get()), now);
      return;
    }
    var order = new VenueOrder(intent.cid(), intent.instrument(), intent.side(),
        intent.quantity(), intent.terms(), intent.reducing(), now, intent.validUntil());
    // An order of this venue is executed whole or not at all, so nothing was filled before.
    for (var report : venue.submit(order))
      tell(report.forOwner(order, 0), now);
  }

  private void tell(OrderUpdate update, long now) {
    session.on(new Input.OrderUpdated(update, now));
  }
}
