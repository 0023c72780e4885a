package io.qkt.core.watch;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The armed watches of one instrument, in the order of their ids. */
final class Post {
  private final Instrument instrument;
  private final List<Sentry> sentries = new ArrayList<>();

  Post(Instrument instrument) {
    this.instrument = instrument;
  }

  Instrument instrument() {
    return instrument;
  }

  boolean isEmpty() {
    return sentries.isEmpty();
  }

  void add(Sentry sentry) {
    int at = sentries.size();
    while (at > 0 && sentries.get(at - 1).id() > sentry.id())
      at--;
    sentries.add(at, sentry);
  }

  void remove(long id) {
    for (int i = 0; i < sentries.size(); i++) {
      if (sentries.get(i).id() == id) {
        sentries.remove(i);
        return;
      }
    }
  }

  void start(long id, Quote market) {
    for (var sentry : sentries)
      if (sentry.id() == id) sentry.start(market);
  }

  void see(Quote quote, PriceSource source, Queue<Watch.Fired> due) {
    for (int i = 0; i < sentries.size(); i++) {
      var fired = sentries.get(i).see(quote, source);
      if (fired != null)
        due.add(fired);
    }
  }

  boolean touches(long low, long high, long endTime) {
    for (int i = 0; i < sentries.size(); i++) {
      if (sentries.get(i).touches(low, high, endTime))
        return true;
    }
    return false;
  }

  void absorb(long low, long high, long endTime) {
    for (int i = 0; i < sentries.size(); i++)
      sentries.get(i).absorb(low, high, endTime);
  }

  long deadline() {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < sentries.size(); i++)
      next = Math.min(next, sentries.get(i).deadline());
    return next;
  }

  List<Watch.Extremes> extremes() {
    return sentries.stream().filter(Sentry::remembers).map(Sentry::extremes).toList();
  }
}
