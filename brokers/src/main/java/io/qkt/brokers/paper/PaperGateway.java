package io.qkt.brokers.paper;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.venue.FillTier;
import io.qkt.core.venue.Gateway;
import io.qkt.core.venue.PaperVenue;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The gateway to a paper account. Its venue lives and dies with this object: after a crash it knows
 * what the journal says that it had accepted, and an order that was sent and not reported is
 * honestly not there.
 */
public final class PaperGateway implements Gateway {
  private final QuoteFeed feed;
  private final LongSupplier feedTime;
  private final PaperVenue venue = new PaperVenue(FillTier.PAPER, _ -> InstrumentSpec.PLAIN);
  private Consumer<VenueReport> reports = _ -> {};

  public PaperGateway(QuoteFeed feed, LongSupplier feedTime) {
    this.feed = feed;
    this.feedTime = feedTime;
  }

  @Override
  public synchronized void open(Consumer<VenueReport> newReports) {
    reports = newReports;
  }

  @Override
  public synchronized void restore(VenueOrder working, long filled) {
    venue.restore(working, filled);
    observe(working.instrument());
    report();
  }

  @Override
  public synchronized void submit(VenueOrder order) {
    observe(order.instrument());
    venue.submit(order);
    report();
  }

  /** Shows the venue a quote of an instrument for which it has work. */
  public synchronized void onQuote(Instrument instrument, Quote quote) {
    if (!venue.hasWorking(instrument)) return;
    venue.see(instrument, quote, PriceSource.TICK);
    report();
  }

  private void observe(Instrument instrument) {
    var quote = feed.latest(instrument.symbol(), feedTime.getAsLong());
    if (quote != null) venue.see(instrument, quote, PriceSource.TICK);
  }

  @Override
  public synchronized void cancel(String cid) {
    venue.cancel(cid);
    report();
  }

  private void report() {
    for (var next = venue.next(); next != null; next = venue.next())
      reports.accept(next);
  }

  @Override
  public synchronized CompletionStage<List<VenueReport>> lookUp(String cid) {
    return CompletableFuture.completedStage(venue.lookUp(cid));
  }

  /** Nothing is ever on its way to a venue in memory. */
  @Override
  public long absenceProvedAfter(VenueOrder order) {
    return order.sentAt();
  }
}
