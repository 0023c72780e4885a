package io.qkt.core.market;

import java.util.ArrayList;
import java.util.List;

/** Bars made the slow and obvious way: keep all good quotes, then group them by interval. */
final class NaiveBars {
  private final List<Quote> accepted = new ArrayList<>();
  private final List<Quote> outliers = new ArrayList<>();
  private final List<Long> lateFor = new ArrayList<>();
  private final BarKey key;
  private long dropped;

  private NaiveBars(BarKey key) {
    this.key = key;
  }

  record Result(List<Bar> bars, long dropped, long late) {}

  static Result of(BarKey key, List<Quote> quotes) {
    var naive = new NaiveBars(key);
    quotes.forEach(naive::take);
    return new Result(naive.bars(), naive.dropped, naive.lateFor.size());
  }

  static long price(Quote quote) {
    return quote.last() == 0 ? (quote.bid() + quote.ask()) / 2 : quote.last();
  }

  private void take(Quote quote) {
    if (quote.bid() <= 0 || quote.ask() <= 0 || quote.last() < 0 || quote.bid() > quote.ask()) {
      dropped++;
    } else if (!accepted.isEmpty() && openTime(quote) < openTime(accepted.getLast())) {
      lateFor.add(openTime(accepted.getLast()));
    } else if (!accepted.isEmpty() && isOutlier(quote)) {
      dropped++;
    } else {
      accepted.add(quote);
      outliers.clear();
    }
  }

  private boolean isOutlier(Quote quote) {
    if (quote.time() - accepted.getLast().time() > 60_000_000
        || isNear(quote, accepted.getLast()))
      return false;
    if (!outliers.isEmpty() && !isNear(quote, outliers.getFirst()))
      outliers.clear();
    outliers.add(quote);
    return outliers.size() < 3;
  }

  private static boolean isNear(Quote quote, Quote reference) {
    return 5 * Math.abs(price(quote) - price(reference)) <= price(reference);
  }

  private long openTime(Quote quote) {
    return quote.time() - Math.floorMod(quote.time(), key.timeframe().micros());
  }

  /** The last group stays open. */
  private List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    var group = new ArrayList<Quote>();
    for (var quote : accepted) {
      if (!group.isEmpty() && openTime(group.getFirst()) != openTime(quote)) {
        bars.add(bar(group, bars.isEmpty() ? Bar.NONE : bars.getLast().openTime(), quote.time()));
        group.clear();
      }
      group.add(quote);
    }
    return bars;
  }

  private Bar bar(List<Quote> group, long prevOpenTime, long closedAt) {
    long openTime = openTime(group.getFirst());
    var prices = group.stream().mapToLong(NaiveBars::price).summaryStatistics();
    return new Bar(key, openTime, prevOpenTime, price(group.getFirst()), prices.getMax(),
        prices.getMin(), price(group.getLast()), group.stream().mapToLong(Quote::volume).sum(),
        Bar.ClosedBy.TICK, (int) lateFor.stream().filter(t -> t == openTime).count(),
        group.getLast().bid(), group.getLast().ask(), closedAt);
  }
}
