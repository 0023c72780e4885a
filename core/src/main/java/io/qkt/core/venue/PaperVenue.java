package io.qkt.core.venue;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A venue in memory, driven by ticks or by the corners of bars. What it does to an order is the
 * table of docs/reference/fills.md.
 *
 * <p>It tells one report at a time: {@link #next} does no more work than its answer needs, so that
 * whoever drives it can tell the owner, and do what the owner makes of it, before the next order is
 * matched. It knows every id that it has ever seen, and a second order of the same id is answered
 * with what became of the first.
 *
 * <p>Who does not show every quote must show the newest one of an instrument before he submits or
 * cancels there, because an order is matched on arrival with what was seen last.
 */
public final class PaperVenue {
  private final FillTier tier;
  private final Function<Instrument, InstrumentSpec> specs;
  private final Matching matching;
  private final Map<Instrument, Book> books = new LinkedHashMap<>();
  private Instrument lastSeen;
  private Book lastBook;
  private long now = Long.MIN_VALUE;

  /** The book whose market moved and is not all worked through, or null, and how far that is. */
  private Book moving;
  private Phase phase = Phase.MATCH;
  private int at;

  /** What a quote does, in this order. */
  private enum Phase {
    EXPIRE, ARRIVE, MATCH
  }

  public PaperVenue(FillTier tier, Function<Instrument, InstrumentSpec> specs) {
    this.tier = tier;
    this.specs = specs;
    matching = new Matching(tier);
  }

  /**
   * The market of an instrument moved; {@link #next} gives what comes of it. What was still to come
   * of the move before is worked out first. A bad quote and one older than the newest do nothing.
   */
  public void see(Instrument instrument, Quote quote, PriceSource source) {
    while (moving != null)
      step();
    var book = book(instrument);
    if (!book.see(quote, source)) return;
    now = Math.max(now, quote.time());
    if (book.isQuiet()) return;
    moving = book;
    phase = Phase.EXPIRE;
    at = 0;
  }

  /** Sends an order once: again under the same id, it is answered with what became of it. */
  public void submit(VenueOrder order) {
    if (matching.knows(order.cid())) {
      matching.repeat(order.cid());
      return;
    }
    var book = book(order.instrument());
    var taken = matching.take(order, book);
    long due = tier.arrivalOf(order.sentAt());
    if (isThere(due, book)) arrive(taken, due);
    else
      book.fly(new Book.Flight(due, taken, false));
  }

  /**
   * Asks for an order back. The answer is a report that it is cancelled, or all that became of it
   * if it has ended. An id that never came is never accepted afterwards.
   */
  public void cancel(String cid) {
    var order = matching.open(cid);
    if (order != null) {
      long due = tier.arrivalOf(now);
      if (isThere(due, order.book())) matching.takeBack(order);
      else
        order.book().fly(new Book.Flight(due, order, true));
    } else if (matching.knows(cid)) matching.repeat(cid);
    else
      matching.bury(cid);
  }

  private boolean isThere(long due, Book book) {
    if (tier.latencyMicros() == 0) return true;
    return book.newest() != null && due <= book.newest().time();
  }

  private void arrive(Resting order, long due) {
    var newest = order.book().newest();
    matching.arrive(order, newest == null ? due : Math.max(due, newest.time()));
  }

  /**
   * An order that an earlier life had accepted goes on, with {@code filled} of it executed; what
   * takes any price is executed at the next quote.
   */
  public void restore(VenueOrder order, long filled) {
    if (matching.knows(order.cid())) return;
    matching.resume(matching.take(order, book(order.instrument())), filled);
  }

  /** The next report, or null when there is none until something is seen, sent or cancelled. */
  public VenueReport next() {
    while (moving != null && !matching.hasNews())
      step();
    return matching.tell();
  }

  private void step() {
    switch (phase) {
      case EXPIRE -> expireNext();
      case ARRIVE -> arriveNext();
      case MATCH -> matchNext();
    }
  }

  private void expireNext() {
    if (at < moving.size()) matching.expire(moving.get(at++), moving.newest().time());
    else
      phase = Phase.ARRIVE;
  }

  private void arriveNext() {
    var landed = moving.land();
    if (landed == null) {
      phase = Phase.MATCH;
      at = 0;
    } else if (landed.takesBack()) matching.takeBack(landed.order());
    else
      arrive(landed.order(), landed.due());
  }

  private void matchNext() {
    if (at < moving.size()) matching.match(moving.get(at++));
    else
      moving = null;
  }

  /** Time alone ends what an instrument's orders say, also where no quote tells how late it is. */
  public void expire(Instrument instrument, long time) {
    while (moving != null)
      step();
    var book = book(instrument);
    for (int i = 0; i < book.size(); i++)
      matching.expire(book.get(i), time);
  }

  /** All that was reported of an order; empty if it never came, or is still on its way. */
  public List<VenueReport> lookUp(String cid) {
    return matching.allOf(cid);
  }

  /** Whether an order of the instrument has not ended, or something is on its way there. */
  public boolean hasWorking(Instrument instrument) {
    return book(instrument).hasWork();
  }

  /**
   * Whether any working order of the instrument could be executed or touched by a price from
   * {@code low} to {@code high} of a bar. A bar for which the answer is no, and which ends before
   * {@link #nextDeadline}, is quiet and need not be shown corner by corner.
   */
  public boolean touches(Instrument instrument, long low, long high) {
    return book(instrument).touches(low, high);
  }

  /** When the next order of the instrument expires or arrives, or {@code Long.MAX_VALUE}. */
  public long nextDeadline(Instrument instrument) {
    return book(instrument).nextDeadline();
  }

  /** The orders that have not ended, in order of submission. */
  public List<VenueOrder> working() {
    return matching.open().stream().map(Resting::order).toList();
  }

  private Book book(Instrument instrument) {
    if (instrument == lastSeen) return lastBook;
    var book = books.get(instrument);
    if (book == null) book = newBook(instrument);
    lastSeen = instrument;
    lastBook = book;
    return book;
  }

  private Book newBook(Instrument instrument) {
    var spec = specs.apply(instrument);
    var book = new Book(tier, spec == null ? InstrumentSpec.PLAIN : spec);
    books.put(instrument, book);
    return book;
  }
}
