package io.qkt.core.venue;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A venue in memory. A market order is executed whole at the newest quote of its instrument: a buy
 * at the ask, a sell at the bid. It knows every id it has ever seen, and a second order of the same
 * id is answered with what became of the first.
 */
public final class PaperVenue {
  private final Map<String, Quote> quotes = new TreeMap<>();
  private final Map<String, List<VenueReport>> orders = new LinkedHashMap<>();

  public void onQuote(Instrument instrument, Quote quote) {
    quotes.put(instrument.toString(), quote);
  }

  /** Takes an order and answers with all there is to report about it. */
  public List<VenueReport> submit(VenueOrder order) {
    return orders.computeIfAbsent(order.cid(), _ -> execute(order));
  }

  /** Takes back an order that it had accepted in an earlier life; the rest of it is executed. */
  public List<VenueReport> restore(VenueOrder order, long filled) {
    return orders.computeIfAbsent(order.cid(), _ -> executeRest(order, filled));
  }

  public List<VenueReport> lookUp(String cid) {
    return orders.getOrDefault(cid, List.of());
  }

  private List<VenueReport> execute(VenueOrder order) {
    var quote = quotes.get(order.instrument().toString());
    if (quote == null) return List.of(new VenueReport.Rejected(order.cid(), "NO_QUOTE"));
    if (quote.time() > order.notAfter()) {
      return List.of(new VenueReport.Rejected(order.cid(), "EXPIRED"));
    }
    return executeRest(order, 0);
  }

  private List<VenueReport> executeRest(VenueOrder order, long filled) {
    var quote = quotes.get(order.instrument().toString());
    long price = order.side() == Side.BUY ? quote.buyAt() : quote.sellAt();
    var execId = order.cid() + "-" + (filled == 0 ? 1 : filled);
    return List.of(new VenueReport.Accepted(order.cid(), "paper-" + order.cid()),
        new VenueReport.Executed(order.cid(), execId, order.quantity() - filled, price, 0,
            quote.time()));
  }
}
