package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.CandleAggregator;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.program.Program;
import io.qkt.core.program.StreamPlan;
import io.qkt.core.sample.EquitySamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Makes of prices the bars that a session is told, each once: those of its equity first, so that
 * the rules of a window see what the account was worth at its end, then markets in their order.
 */
final class Feeds {
  private final List<Feed> feeds = new ArrayList<>();
  private final Equity equity;
  private final Map<Instrument, Feed[]> movedBy = new LinkedHashMap<>();
  /** Those of the instrument that was seen last, and of the account, in the order of all. */
  private Feed[] moved = {};
  private Instrument last;
  private boolean hasWarmed;

  /** What an account is worth at these prices of its instruments. */
  @FunctionalInterface
  interface Equity {
    long at(ToLongFunction<Instrument> prices);
  }

  /** What makes the bars of one key: of a market's quotes, or of the session's equity. */
  private sealed interface Feed {
    record OfMarket(CandleAggregator candles) implements Feed {}

    record OfEquity(EquitySamples samples) implements Feed {}
  }

  Feeds(Program program, Equity equity) {
    this.equity = equity;
    add(program, false);
    add(program, true);
  }

  private void add(Program program, boolean markets) {
    var seen = new LinkedHashSet<BarKey>();
    for (var stream : program.streams()) {
      boolean wanted = stream.isFed() && stream.isMarket() == markets;
      if (wanted && seen.add(stream.key())) feeds.add(feed(stream));
    }
  }

  private static Feed feed(StreamPlan stream) {
    return stream.isMarket()
        ? new Feed.OfMarket(new CandleAggregator(stream.key(), Bar.NONE))
        : new Feed.OfEquity(new EquitySamples(stream.key()));
  }

  /** A price of the run: what it closes is told to {@code closed}, one bar at a time. Hot. */
  void on(Instrument instrument, Quote quote, Consumer<Bar> closed) {
    if (instrument != last) moveOn(instrument);
    for (var feed : moved) {
      var bar = switch (feed) {
        case Feed.OfMarket(var candles) -> candles.on(quote);
        case Feed.OfEquity(var samples) -> equity(samples, instrument, quote);
      };
      if (bar != null) closed.accept(bar);
    }
  }

  private void moveOn(Instrument instrument) {
    last = instrument;
    moved = movedBy.computeIfAbsent(instrument, _ -> feeds.stream()
        .filter(feed -> isMovedBy(feed, instrument))
        .toArray(Feed[]::new));
  }

  private static boolean isMovedBy(Feed feed, Instrument instrument) {
    return switch (feed) {
      case Feed.OfMarket(var candles) -> candles.key().instrument().equals(instrument);
      case Feed.OfEquity _ -> true;
    };
  }

  private static Bar candles(CandleAggregator candles, Instrument instrument, Quote quote) {
    return candles.key().instrument().equals(instrument) ? candles.on(quote) : null;
  }

  private Bar equity(EquitySamples samples, Instrument instrument, Quote quote) {
    samples.see(instrument, quote);
    return samples.sample(quote.time(), equity.at(samples::price));
  }

  /** A price from before the run: it makes bars of markets alone. */
  void warm(Instrument instrument, Quote quote, Consumer<Bar> closed) {
    hasWarmed = true;
    for (var feed : feeds) {
      if (!(feed instanceof Feed.OfMarket(var candles))) continue;
      var bar = candles(candles, instrument, quote);
      if (bar != null) closed.accept(bar);
    }
  }

  /** The bars of the warm-up that have ended when the run begins, with its first price. */
  void endWarmUp(long now, Consumer<Bar> closed) {
    if (!hasWarmed) return;
    hasWarmed = false;
    for (var feed : feeds) {
      if (!(feed instanceof Feed.OfMarket(var candles))) continue;
      var bar = candles.closeByTimer(now);
      if (bar != null) closed.accept(bar);
    }
  }
}
