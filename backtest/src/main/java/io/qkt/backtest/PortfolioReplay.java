package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.CandleAggregator;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.portfolio.PortfolioSession;
import io.qkt.core.portfolio.Told;
import io.qkt.core.portfolio.Verdict;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.venue.FillTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Drives a portfolio from quotes: the work of a {@link ReplayLoop} for each strategy, one kind of it
 * for all of them before the next. The gates come before the bars of the strategies, so that a
 * strategy trades on the very bar that opens its gate, and not on the one that closes it.
 */
public final class PortfolioReplay {
  private final PortfolioSession session;
  private final List<ReplayLoop> strategies = new ArrayList<>();
  private final List<OwnStream> streams = new ArrayList<>();
  private final Map<String, Quote> lastQuotes = new TreeMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private boolean hasBegun;
  private long now;

  /** What was executed for a strategy, which is named as in {@code portfolio:alias}. */
  public record Fill(String strategy, Filled filled) {}

  /** What a strategy refused or had to say; of the portfolio itself where the name is its own. */
  public record Note(String strategy, Decision decision) {}

  /** A stream of a portfolio's own. */
  private record OwnStream(int portfolio, CandleAggregator aggregator) {}

  /** What stands between a strategy and its broker here. */
  private final class Chain implements Books {
    private final int strategy;

    Chain(int strategy) {
      this.strategy = strategy;
    }

    @Override
    public Verdict offered(OrderIntent intent, long at) {
      return session.offered(strategy, intent, at);
    }

    @Override
    public void updated(OrderUpdate update, long at) {
      if (update instanceof Filled filled) fills.add(new Fill(session.name(strategy), filled));
      tell(session.updated(strategy, update, at));
    }

    @Override
    public void closed(Bar bar) {
      session.marked(bar);
    }
  }

  /**
   * One that has seen nothing yet.
   *
   * @param identities by the name of a strategy, as in {@code portfolio:alias}
   */
  public PortfolioReplay(PortfolioProgram program, Function<String, Identity> identities,
      AccountPlan account, FillTier fills) {
    session = new PortfolioSession(program, identities, account);
    for (int i = 0; i < session.strategies(); i++)
      strategies.add(new ReplayLoop(session.session(i), account, fills, new Chain(i)));
    for (int i = 0; i < session.portfolios(); i++)
      for (var key : session.streams(i))
        streams.add(new OwnStream(i, new CandleAggregator(key, Bar.NONE)));
  }

  public PortfolioSession session() {
    return session;
  }

  /** From now on tells every input of a strategy's session, before the session has it. */
  public void journalTo(int strategy, Consumer<Input> journal) {
    strategies.get(strategy).journalTo(journal);
  }

  /** Everything that was executed so far, in order. */
  public List<Fill> fills() {
    return List.copyOf(fills);
  }

  /** What was refused or said so far: of the portfolio first, then by strategy, each in order. */
  public List<Note> notes() {
    var all = new ArrayList<>(notes);
    for (int i = 0; i < strategies.size(); i++)
      for (var note : strategies.get(i).notes())
        all.add(new Note(session.name(i), note));
    return all;
  }

  public void onQuote(Instrument instrument, Quote quote) {
    onPrice(instrument, quote, PriceSource.TICK);
  }

  public void onBar(Bar bar) {
    onBars(List.of(bar));
  }

  /** Shows bars of one open time and length together, so that no market runs ahead of another. */
  public void onBars(List<Bar> bars) {
    Corners.show(bars, session::isShort, this::onPrice);
  }

  private void onPrice(Instrument instrument, Quote quote, PriceSource source) {
    now = quote.time();
    begin();
    for (var strategy : strategies)
      strategy.meet(instrument, quote, source);
    for (var stream : streams)
      if (stream.aggregator.key().instrument().equals(instrument)) gates(stream, quote);
    lastQuotes.put(instrument.toString(), quote);
    for (var strategy : strategies)
      strategy.close(instrument, quote);
    for (var strategy : strategies)
      strategy.wake();
    for (var said : session.said())
      notes.add(new Note(session.portfolioName(), said));
  }

  private void begin() {
    if (hasBegun) return;
    hasBegun = true;
    tell(session.start(now));
  }

  private void gates(OwnStream stream, Quote quote) {
    var bar = stream.aggregator.on(quote);
    if (bar == null) return;
    var last = lastQuotes.getOrDefault(bar.key().instrument().toString(), quote);
    tell(session.onBar(stream.portfolio, bar, last.bid(), last.ask(), now));
  }

  private void tell(List<Told> news) {
    for (var told : news)
      strategies.get(told.child()).take(told.input());
  }
}
