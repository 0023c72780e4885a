package io.qkt.platform.broker;

import io.qkt.core.market.Instrument;
import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.venue.VenueReport;
import io.qkt.core.venue.VenueReport.Accepted;
import io.qkt.core.venue.VenueReport.Cancelled;
import io.qkt.core.venue.VenueReport.Executed;
import io.qkt.core.venue.VenueReport.Rejected;
import io.qkt.platform.broker.BrokerConnection.Event;
import io.qkt.platform.broker.BrokerConnection.Offer;
import java.util.List;
import java.util.function.Consumer;

/** What the tests of this package are made of. Every order is for 10, valid until 1000. */
final class Fixture {
  static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");
  static final long NOW = 100;
  static final OrderTerms STOP = OrderTerms.stop(5).in("x");
  static final long RECEIVE_WINDOW = 50;

  private Fixture() {}

  static Offer offer(String owner, String cid) {
    return offer(owner, cid, 10);
  }

  static Offer offer(String owner, String cid, long quantity) {
    return new Offer(owner,
        new OrderIntent(1, cid, 1, BTC, Side.BUY, quantity, OrderTerms.MARKET, false, 50,
            1000));
  }

  /** An order that protects a position. */
  static Offer exit(String owner, String cid) {
    return new Offer(owner,
        new OrderIntent(1, cid, 1, BTC, Side.SELL, 10, STOP, true, 50, 1000));
  }

  static Cancelled cancelled(String cid) {
    return new Cancelled(cid, CancelReason.ASKED);
  }

  static Accepted accepted(String cid) {
    return new Accepted(cid, "v-" + cid);
  }

  static Rejected rejected(String cid) {
    return new Rejected(cid, "NO_QUOTE");
  }

  static Executed executed(String cid, String execId, long quantity) {
    return new Executed(cid, execId, quantity, 7, 0, 90);
  }

  /** One write: fills a draft, and applies its events as a journal that has stored them would. */
  static List<Event> write(Account account, Consumer<Draft> fill) {
    return writeAt(NOW, account, fill);
  }

  static List<Event> writeAt(long now, Account account, Consumer<Draft> fill) {
    var draft = new Draft(account, AdmissionGate.DEFAULT, now, RECEIVE_WINDOW);
    fill.accept(draft);
    draft.events().forEach(account::apply);
    return draft.events();
  }

  static Inbox.News news(VenueReport report) {
    return new Inbox.News.FromVenue(report);
  }
}
