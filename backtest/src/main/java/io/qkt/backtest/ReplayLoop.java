package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.CandleAggregator;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.Program;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.Step;
import io.qkt.core.session.StrategySession;
import io.qkt.core.venue.FillTier;
import io.qkt.core.venue.PaperVenue;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Drives a session from quotes, in the order in which the actors do: the venue sees a quote first,
 * the bar that it closes comes next, and what the venue makes of the orders comes before anything
 * else. The calls are those of the actors; only the waiting, the writing and the wire are missing.
 */
public final class ReplayLoop {
  private final StrategySession session;
  private final CandleAggregator aggregator;
  private final PaperVenue venue = new PaperVenue(FillTier.PAPER, _ -> InstrumentSpec.PLAIN);
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private long now;

  /** An order at the venue, and how much of it was executed. */
  private static final class Placed {
    private final VenueOrder order;
    private long filled;
    private boolean cut;

    Placed(VenueOrder order) {
      this.order = order;
    }

    OrderUpdate told(VenueReport report) {
      var update = report.forOwner(order, filled);
      switch (report) {
        case VenueReport.Executed executed -> filled += executed.quantity();
        case VenueReport.Rejected _,VenueReport.Cancelled _ -> cut = true;
        case VenueReport.Accepted _ -> {
        }
      }
      return update;
    }

    boolean hasEnded() {
      return cut || filled >= order.quantity();
    }
  }

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
    now = quote.time();
    venue.see(session.program().stream().instrument(), quote, PriceSource.TICK);
    settle();
    var bar = aggregator.on(quote);
    if (bar == null) return;
    act(session.on(new Input.BarClosed(bar)));
    settle();
  }

  private void act(Step step) {
    for (var decision : step.decisions()) {
      switch (decision) {
        case Decision.Place(var intent) -> place(intent);
        case Decision.Cancel(var cid, _) -> venue.cancel(cid);
        case Decision.Refuse _,Decision.Log _,Decision.Arm _,Decision.Disarm _ -> {
        }
      }
    }
  }

  private void place(OrderIntent intent) {
    var refusal = AdmissionGate.DEFAULT.refusal(intent, now);
    if (refusal.isPresent()) {
      tell(new OrderUpdate.Refused(intent.cid(), refusal.get()));
      return;
    }
    var order = new VenueOrder(intent.cid(), intent.instrument(), intent.side(),
        intent.quantity(), intent.terms(), intent.reducing(), now, intent.validUntil());
    placed.put(order.cid(), new Placed(order));
    venue.submit(order);
  }

  /** Tells the session what the venue says, one thing at a time, and does what it makes of it. */
  private void settle() {
    for (var report = venue.next(); report != null; report = venue.next()) {
      var about = placed.get(report.cid());
      // A venue that is asked about an order that has ended says again how it ended.
      if (about == null) continue;
      var update = about.told(report);
      if (about.hasEnded()) placed.remove(report.cid());
      tell(update);
    }
  }

  private void tell(OrderUpdate update) {
    act(session.on(new Input.OrderUpdated(update, now)));
  }
}
