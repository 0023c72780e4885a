package io.qkt.platform.broker;

import io.qkt.core.order.OrderUpdate;
import io.qkt.core.venue.VenueReport;
import io.qkt.platform.broker.BrokerConnection.Ask;
import io.qkt.platform.broker.BrokerConnection.Cancel;
import io.qkt.platform.broker.BrokerConnection.Offer;
import java.util.ArrayDeque;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What has been told to a broker connection and is not written yet: news first, then what owners
 * ask for, in the order in which they asked, as the backtest does it too. An adding method says
 * whether this is the first thing to wait, that is, whether to ask for a flush.
 */
final class Inbox {

  /** News of an order: a venue's report, or what the connection itself concludes. */
  sealed interface News {
    record FromVenue(VenueReport report) implements News {}

    record Concluded(OrderUpdate update) implements News {}
  }

  private final ArrayDeque<News> news = new ArrayDeque<>();
  private final ArrayDeque<Ask> asks = new ArrayDeque<>();
  private final TreeSet<String> offered = new TreeSet<>();
  private final TreeSet<String> askedBack = new TreeSet<>();

  boolean offered(Offer offer) {
    boolean first = isEmpty();
    if (offered.add(offer.intent().cid())) asks.add(offer);
    return first && !isEmpty();
  }

  boolean askedBack(Cancel cancel) {
    boolean first = isEmpty();
    if (askedBack.add(cancel.cid())) asks.add(cancel);
    return first && !isEmpty();
  }

  boolean holdsOfferOf(String cid) {
    return offered.contains(cid);
  }

  boolean reported(VenueReport report) {
    return add(new News.FromVenue(report));
  }

  boolean lostTrackOf(String cid) {
    return add(new News.Concluded(new OrderUpdate.OutcomeUnknown(cid, "no answer in time")));
  }

  boolean provedAbsent(String cid) {
    return add(new News.Concluded(new OrderUpdate.ProvedAbsent(cid, "the venue does not have it")));
  }

  /** Takes out at most {@code max} and says whether something is left. */
  boolean drain(int max, Consumer<News> onNews, Consumer<Ask> onAsk) {
    int taken = 0;
    for (; taken < max && !news.isEmpty(); taken++)
      onNews.accept(news.poll());
    for (; taken < max && !asks.isEmpty(); taken++) {
      var ask = asks.poll();
      switch (ask) {
        case Offer offer -> offered.remove(offer.intent().cid());
        case Cancel cancel -> askedBack.remove(cancel.cid());
      }
      onAsk.accept(ask);
    }
    return !isEmpty();
  }

  private boolean add(News item) {
    boolean first = isEmpty();
    news.add(item);
    return first;
  }

  private boolean isEmpty() {
    return news.isEmpty() && asks.isEmpty();
  }
}
