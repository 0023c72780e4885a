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
 *
 * <p>Whatever it is asked, it first shows its venue every quote up to now of the instruments that
 * have orders there: so no order is matched with a price from before it came, and none misses one.
 */
public final class PaperGateway implements Gateway {
  private final QuoteFeed feed;
  private final LongSupplier feedTime;
  private final PaperVenue venue = new PaperVenue(FillTier.PAPER, _ -> InstrumentSpec.PLAIN);
  private final Tape tape;
  private Consumer<VenueReport> reports = _ -> {};

  public PaperGateway(QuoteFeed feed, LongSupplier feedTime) {
    this.feed = feed;
    this.feedTime = feedTime;
    tape = new Tape(feed);
  }

  @Override
  public synchronized void open(Consumer<VenueReport> newReports) {
    reports = newReports;
  }

  /**
   * An order of which nothing was executed comes back as it was sent, and sees again what came
   * since: what was executed meanwhile and never written down is executed again, under the same id.
   */
  @Override
  public synchronized void restore(VenueOrder working, long filled) {
    if (!venue.lookUp(working.cid()).isEmpty()) return;
    if (filled == 0) tape.enterAt(working.sentAt(), working);
    else {
      venue.restore(working, filled);
      show(working.instrument(), feedTime.getAsLong());
    }
  }

  @Override
  public synchronized void submit(VenueOrder order) {
    poll();
    if (!tape.follows(order.instrument())) show(order.instrument(), feedTime.getAsLong());
    venue.submit(order);
    report();
  }

  @Override
  public synchronized void cancel(String cid) {
    poll();
    venue.cancel(cid);
    report();
  }

  @Override
  public synchronized CompletionStage<List<VenueReport>> lookUp(String cid) {
    poll();
    return CompletableFuture.completedStage(venue.lookUp(cid));
  }

  @Override
  public synchronized void poll() {
    long now = feedTime.getAsLong();
    for (var next = tape.next(venue::hasWorking, now); next != null; next = tape
        .next(venue::hasWorking, now)) {
      switch (next) {
        case Tape.Entry.Price(var instrument, var quote) -> see(instrument, quote);
        case Tape.Entry.Order(var order) -> {
          show(order.instrument(), order.sentAt());
          venue.restore(order, 0);
        }
      }
    }
    for (var instrument : tape.working())
      if (venue.nextDeadline(instrument) <= now) venue.expire(instrument, now);
    report();
  }

  private void show(Instrument instrument, long time) {
    var quote = feed.latest(instrument.symbol(), time);
    tape.isAt(instrument, quote == null ? time : quote.time());
    if (quote != null) see(instrument, quote);
  }

  private void see(Instrument instrument, Quote quote) {
    venue.see(instrument, quote, PriceSource.TICK);
    report();
  }

  private void report() {
    for (var next = venue.next(); next != null; next = venue.next())
      reports.accept(next);
  }

  /** Nothing is ever on its way to a venue in memory. */
  @Override
  public long absenceProvedAfter(VenueOrder order) {
    return order.sentAt();
  }
}
