package io.qkt.brokers.paper;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.venue.VenueOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a venue in memory has to be shown, in order of time: the quotes of the instruments that have
 * orders, each once, and orders of an earlier life at the instants at which they came.
 */
final class Tape {
  /** What is read at once, so that catching up after a day is many small steps. */
  private static final long CHUNK_MICROS = 600_000_000L;

  /** One thing to show. */
  sealed interface Entry {
    long time();

    record Price(Instrument instrument, Quote quote) implements Entry {
      @Override
      public long time() {
        return quote.time();
      }
    }

    record Order(VenueOrder order) implements Entry {
      @Override
      public long time() {
        return order.sentAt();
      }
    }
  }

  private static final Comparator<Instrument> BY_NAME = Comparator.comparing(Instrument::toString);

  private final QuoteFeed feed;
  /** By instrument, the time of the last quote that was shown. */
  private final TreeMap<Instrument, Long> shownTo = new TreeMap<>(BY_NAME);
  private final ArrayList<Entry.Order> orders = new ArrayList<>();
  private final ArrayDeque<Entry> read = new ArrayDeque<>();

  Tape(QuoteFeed feed) {
    this.feed = feed;
  }

  /** Orders of one instant come in the order in which they were given. */
  void enterAt(long time, VenueOrder order) {
    int at = orders.size();
    while (at > 0 && orders.get(at - 1).time() > time)
      at--;
    orders.add(at, new Entry.Order(order));
  }

  /** The venue has seen an instrument's quote of this time: only later ones are to be shown. */
  void isAt(Instrument instrument, long time) {
    shownTo.merge(instrument, time, Math::max);
  }

  boolean follows(Instrument instrument) {
    return shownTo.containsKey(instrument);
  }

  List<Instrument> working() {
    return List.copyOf(shownTo.keySet());
  }

  /** The next thing up to {@code now}, or null; instruments without work are let go of. */
  Entry next(Predicate<Instrument> hasWork, long now) {
    while (read.isEmpty()) {
      shownTo.keySet().removeIf(instrument -> !hasWork.test(instrument));
      boolean orderIsFirst = !orders.isEmpty() && orders.getFirst().time() <= earliest();
      if (orderIsFirst) return orders.removeFirst();
      if (shownTo.isEmpty() || earliest() >= now) return null;
      readOn(now);
    }
    var next = read.poll();
    if (next instanceof Entry.Price(var instrument, var quote)) isAt(instrument, quote.time());
    return next;
  }

  private long earliest() {
    return shownTo.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
  }

  /** Reads up to the next order, so that it comes before the quotes that follow it. */
  private void readOn(long now) {
    long until = Math.min(now, earliest() + CHUNK_MICROS);
    if (!orders.isEmpty()) until = Math.min(until, orders.getFirst().time());
    long to = until;
    shownTo.replaceAll((instrument, from) -> {
      if (from >= to) return from;
      feed.quotes(instrument.symbol(), from + 1, to + 1)
          .forEach(quote -> read.add(new Entry.Price(instrument, quote)));
      return to;
    });
    sort();
  }

  private void sort() {
    if (shownTo.size() < 2) return;
    var inOrder = new ArrayList<>(read);
    inOrder.sort(Comparator.comparingLong(Entry::time));
    read.clear();
    read.addAll(inOrder);
  }
}
