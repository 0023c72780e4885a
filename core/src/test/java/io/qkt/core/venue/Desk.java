package io.qkt.core.venue;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** A venue with one instrument, and what it says in short words: {@code a 7@101} is a fill. */
final class Desk {
  static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");
  static final long QUANTITY = 70;

  final PaperVenue venue;

  Desk(FillTier tier, InstrumentSpec spec) {
    venue = new PaperVenue(tier, _ -> spec);
  }

  static Desk paper() {
    return new Desk(FillTier.PAPER, InstrumentSpec.PLAIN);
  }

  /** A tick with both sides and a last trade. */
  Desk tick(long time, long bid, long ask, long last) {
    return see(new Quote(time, bid, ask, last, 1), PriceSource.TICK);
  }

  /** A tick of a feed without sides. */
  Desk tick(long time, long price) {
    return see(Quote.at(time, price), PriceSource.TICK);
  }

  /** The open of a bar. */
  Desk open(long time, long price) {
    return see(Quote.at(time, price), PriceSource.BAR_OPEN);
  }

  /** The open of a bar behind a hole in the data. */
  Desk gap(long time, long price) {
    return see(Quote.at(time, price), PriceSource.BAR_GAP);
  }

  /** Another corner of a bar. */
  Desk path(long time, long price) {
    return see(Quote.at(time, price), PriceSource.BAR_PATH);
  }

  private Desk see(Quote quote, PriceSource source) {
    venue.see(BTC, quote, source);
    return this;
  }

  Desk buy(String cid, OrderTerms terms) {
    return send(order(cid, Side.BUY, QUANTITY, terms, 0));
  }

  Desk sell(String cid, OrderTerms terms) {
    return send(order(cid, Side.SELL, QUANTITY, terms, 0));
  }

  /** What closes a position that an order of the same owner has opened. */
  Desk exit(String cid, OrderTerms terms) {
    return send(new VenueOrder(cid, BTC, Side.SELL, QUANTITY, terms.in(cid), true, 0,
        Long.MAX_VALUE));
  }

  Desk send(VenueOrder order) {
    venue.submit(order);
    return this;
  }

  static VenueOrder order(String cid, Side side, long quantity, OrderTerms terms, long sentAt) {
    return new VenueOrder(cid, BTC, side, quantity, terms, false, sentAt, Long.MAX_VALUE);
  }

  /** All that is to be told now but the acceptances. */
  List<String> told() {
    var told = new ArrayList<String>();
    for (var report = venue.next(); report != null; report = venue.next())
      if (!(report instanceof VenueReport.Accepted)) told.add(word(report));
    return told;
  }

  /** The next thing that is told, or null. */
  String next() {
    var report = venue.next();
    return report == null ? null : word(report);
  }

  static String word(VenueReport report) {
    return switch (report) {
      case VenueReport.Accepted(var cid, _) -> cid + " accepted";
      case VenueReport.Rejected(var cid, var code) -> cid + " rejected " + code;
      case VenueReport.Cancelled(var cid, var why) -> cid + " cancelled " + why;
      case VenueReport.Executed(var cid, _, var quantity, var price, _, _) -> cid + " " + quantity
          + "@" + price;
    };
  }
}
