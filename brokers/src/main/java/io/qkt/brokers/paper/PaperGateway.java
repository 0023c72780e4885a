package io.qkt.brokers.paper;

import io.qkt.core.market.QuoteFeed;
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
  private final PaperVenue venue = new PaperVenue();
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
    observe(working);
    venue.restore(working, filled).forEach(reports);
  }

  @Override
  public synchronized void submit(VenueOrder order) {
    observe(order);
    venue.submit(order).forEach(reports);
  }

  private void observe(VenueOrder order) {
    var quote = feed.latest(order.instrument().symbol(), feedTime.getAsLong());
    venue.onQuote(order.instrument(), quote);
  }

  @Override
  public synchronized void cancel(String cid) {
    venue.lookUp(cid).forEach(reports);
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
