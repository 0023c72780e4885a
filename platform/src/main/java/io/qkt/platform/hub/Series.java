package io.qkt.platform.hub;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.CandleAggregator;
import io.qkt.platform.feed.QuoteBatch;
import io.qkt.platform.hub.CandleHub.BarDelivered;
import io.qkt.platform.hub.CandleHub.Subscribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * One timeframe of a hub: its aggregator, how far it has read and stored, and who reads along. A
 * subscriber that has had every stored bar gets new ones as they come; one that is behind, for want
 * of credits or because it came late, is caught up from the store.
 */
final class Series {

  /** What to read from the store for a subscriber. */
  record Range(long after, int limit) {}

  private static final class Reader {
    int credits;
    long sent;
    long consumed;
    boolean reading;
    final ArrayList<Long> inFlight = new ArrayList<>();

    int spare() {
      return credits - inFlight.size();
    }

    void send(Bar bar) {
      sent = bar.openTime();
      inFlight.add(bar.openTime());
    }
  }

  private final BarKey key;
  private CandleAggregator aggregator;
  private final Map<ActorRef<BarDelivered>, Reader> readers = new LinkedHashMap<>();
  private long begin;
  private long readTo;
  private long storedTo;
  private long follows = Bar.NONE;
  private final List<Bar> filling = new ArrayList<>();
  private long fillTo = Long.MIN_VALUE;

  /** Goes on after the stored bars, or begins with the bar that its first reader wants. */
  Series(BarKey key, Optional<Bar> first, Optional<Bar> last, long firstReaderAfter) {
    this.key = key;
    begin = first.map(Bar::openTime).orElseGet(() -> firstBarAfter(firstReaderAfter));
    storedTo = last.map(Bar::openTime).orElse(Bar.NONE);
    aggregator = new CandleAggregator(key, storedTo);
    readTo = last.map(Bar::endTime).orElse(begin);
  }

  /**
   * Goes back, if a reader wants bars from before the beginning, to build all from there on once
   * more; a bar that is stored stays as it is. Until the pass has come by, nothing later counts as
   * stored, so that no reader is led over the hole. The hole is filled in one write: a death in the
   * middle must not leave a part of it that looks like the whole.
   */
  boolean goBackTo(long readerAfter) {
    long from = firstBarAfter(readerAfter);
    if (from >= begin) return false;
    fillTo = Math.max(fillTo, begin);
    filling.clear();
    begin = from;
    readTo = from;
    storedTo = Bar.NONE;
    aggregator = new CandleAggregator(key, Bar.NONE);
    return true;
  }

  private long firstBarAfter(long openTime) {
    long floor = key.timeframe().floor(openTime);
    return floor > openTime ? floor : floor + key.timeframe().micros();
  }

  BarKey key() {
    return key;
  }

  /** Every quote before this (feed time) has been taken. */
  long readTo() {
    return readTo;
  }

  void take(QuoteBatch batch, List<Bar> closed) {
    for (var quote : batch.quotes()) {
      if (quote.time() < readTo) continue;
      var bar = aggregator.on(quote);
      if (bar != null) close(bar, quote.time(), closed);
    }
    readTo = Math.max(readTo, batch.until());
  }

  private void close(Bar bar, long time, List<Bar> closed) {
    filling.add(bar);
    if (time < fillTo) return;
    closed.addAll(filling);
    filling.clear();
  }

  /**
   * Whether the subscriber is a new one; one that asks again is set back to where it says it is.
   */
  boolean add(Subscribe subscribe) {
    boolean isNew = !readers.containsKey(subscribe.subscriber());
    var reader = new Reader();
    reader.credits = subscribe.credits();
    reader.sent = subscribe.after();
    reader.consumed = subscribe.after();
    readers.put(subscribe.subscriber(), reader);
    return isNew;
  }

  void remove(ActorRef<BarDelivered> subscriber) {
    readers.remove(subscriber);
  }

  /** Whether the subscriber is known. */
  boolean credit(ActorRef<BarDelivered> subscriber, long consumed) {
    var reader = readers.get(subscriber);
    if (reader == null) return false;
    reader.consumed = Math.max(reader.consumed, consumed);
    reader.inFlight.removeIf(openTime -> openTime <= reader.consumed);
    return true;
  }

  Optional<Range> rangeToRead(ActorRef<BarDelivered> subscriber) {
    var reader = readers.get(subscriber);
    if (reader == null || reader.reading || reader.sent >= storedTo || reader.spare() <= 0) {
      return Optional.empty();
    }
    reader.reading = true;
    return Optional.of(new Range(reader.sent, reader.spare()));
  }

  /** The bars to send now; a range that was read for an older subscription is nobody's. */
  List<Bar> rangeRead(ActorRef<BarDelivered> subscriber, long after, List<Bar> bars) {
    var reader = readers.get(subscriber);
    if (reader == null || !reader.reading || reader.sent != after) return List.of();
    reader.reading = false;
    var stored = bars.stream().filter(bar -> bar.openTime() <= storedTo).toList();
    stored.forEach(reader::send);
    return stored;
  }

  /** Who gets this newly stored bar at once; nobody, if the series has gone back before it. */
  List<ActorRef<BarDelivered>> stored(Bar bar) {
    if (bar.openTime() >= readTo) return List.of();
    long before = storedTo;
    follows = before;
    storedTo = Math.max(storedTo, bar.openTime());
    var at = new ArrayList<ActorRef<BarDelivered>>();
    readers.forEach((subscriber, reader) -> {
      boolean upToDate = reader.sent >= before && reader.sent < bar.openTime();
      if (!upToDate || reader.reading || reader.spare() <= 0) return;
      reader.send(bar);
      at.add(subscriber);
    });
    return at;
  }

  /** The open time of the bar that was stored before the newest. */
  long follows() {
    return follows;
  }

  /** Who lacks stored bars, has credits for them, and is not being read for. */
  List<ActorRef<BarDelivered>> behind() {
    return readers.entrySet()
        .stream()
        .filter(e -> e.getValue().sent < storedTo && e.getValue().spare() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
