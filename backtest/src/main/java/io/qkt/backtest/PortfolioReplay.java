package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.portfolio.PortfolioSession;
import io.qkt.core.portfolio.Told;
import io.qkt.core.portfolio.Verdict;
import io.qkt.core.program.Program;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.venue.FillTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Drives a portfolio from quotes: the work of a {@link ReplayLoop} for each strategy, one kind of
 * it for all of them before the next. The gates come before the bars of the strategies, so that a
 * strategy trades on the very bar that opens its gate, and not on the one that closes it.
 */
public final class PortfolioReplay implements Replay {
  private final PortfolioSession session;
  private final List<ReplayLoop> strategies = new ArrayList<>();
  /** What makes the bars of each portfolio's own streams. */
  private final List<Feeds> feeds = new ArrayList<>();
  private final Map<Instrument, Quote> lastQuotes = new LinkedHashMap<>();
  private final List<Execution> executions = new ArrayList<>();
  private final List<Note> said = new ArrayList<>();
  private Consumer<Function<PortfolioSession, ?>> questions = _ -> {};
  private boolean hasBegun;
  private long now;

  /**
   * What was refused or had to be said.
   *
   * @param owner the strategy, as in {@code portfolio:alias}, or the portfolio itself
   */
  public record Note(String owner, Decision decision) {}

  /** What stands between a strategy and its broker here. */
  private final class Chain implements Books {
    private final int strategy;

    Chain(int strategy) {
      this.strategy = strategy;
    }

    @Override
    public Verdict offered(OrderIntent intent, long at) {
      return ask(portfolio -> portfolio.offered(strategy, intent, at));
    }

    @Override
    public void updated(OrderUpdate update, long at) {
      tell(ask(portfolio -> portfolio.updated(strategy, update, at)));
    }

    @Override
    public void executed(Execution execution) {
      executions.add(execution);
    }

    @Override
    public void closed(Bar bar) {
      ask(portfolio -> portfolio.marked(bar));
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
    for (int i = 0; i < session.portfolios(); i++) {
      var supervisor = session.supervisor(i);
      feeds.add(new Feeds(session.streams(i), _ -> supervisor.equity()));
    }
  }

  public PortfolioSession session() {
    return session;
  }

  /** From now on tells every input of a strategy's session, before the session has it. */
  public void journalTo(int strategy, Consumer<Input> journal) {
    strategies.get(strategy).journalTo(journal);
  }

  /** From now on tells everything that the portfolio is asked, before it answers. */
  void questionsTo(Consumer<Function<PortfolioSession, ?>> listener) {
    questions = listener;
  }

  private <T> T ask(Function<PortfolioSession, T> question) {
    questions.accept(question);
    return question.apply(session);
  }

  /** Stops a child of the portfolio itself by an operator's word, or starts it again. */
  public void operator(int child, boolean stopped) {
    tell(ask(portfolio -> portfolio.operator(child, stopped, now)));
  }

  @Override
  public List<Need> needs() {
    var needs = new ArrayList<Need>();
    for (int i = 0; i < session.portfolios(); i++)
      needs.addAll(needs(session.streams(i)));
    for (var strategy : strategies)
      needs.addAll(strategy.needs());
    return needs;
  }

  private static List<Need> needs(Program streams) {
    var needs = new ArrayList<Need>();
    for (int i = 0; i < streams.streams().size(); i++) {
      var stream = streams.streams().get(i);
      if (stream.isMarket()) needs.add(new Need(stream.key(), streams.history(i)));
    }
    return needs;
  }

  @Override
  public boolean isShort(Instrument instrument) {
    return session.position(instrument) < 0;
  }

  @Override
  public List<Execution> executions() {
    return List.copyOf(executions);
  }

  @Override
  public List<Decision> notes() {
    return said().stream().map(Note::decision).toList();
  }

  /** What was refused or said so far: of the portfolio first, then by strategy, each in order. */
  public List<Note> said() {
    var all = new ArrayList<>(said);
    for (int i = 0; i < strategies.size(); i++)
      for (var note : strategies.get(i).notes())
        all.add(new Note(session.name(i), note));
    return all;
  }

  @Override
  public long realized() {
    return session.supervisor(0).realized();
  }

  @Override
  public long equity() {
    return session.supervisor(0).equity();
  }

  @Override
  public void warm(Instrument instrument, Quote quote) {
    for (int i = 0; i < feeds.size(); i++)
      feeds.get(i).warm(instrument, quote, warmed(i));
    for (var strategy : strategies)
      strategy.warm(instrument, quote);
  }

  private Consumer<Bar> warmed(int portfolio) {
    return bar -> ask(asked -> asked.warm(portfolio, bar));
  }

  public void onQuote(Instrument instrument, Quote quote) {
    onPrice(instrument, quote, PriceSource.TICK);
  }

  /** Shows bars of one open time and length together, so that no market runs ahead of another. */
  public void onBars(List<Bar> bars) {
    BarWalk.together(bars, this);
  }

  @Override
  public void onPrice(Instrument instrument, Quote quote, PriceSource source) {
    now = quote.time();
    if (!hasBegun) begin();
    for (var strategy : strategies)
      strategy.meet(instrument, quote, source);
    for (int i = 0; i < feeds.size(); i++)
      gates(i, instrument, quote);
    lastQuotes.put(instrument, quote);
    for (var strategy : strategies)
      strategy.close(instrument, quote);
    for (var strategy : strategies)
      strategy.wake();
    for (var decision : session.said())
      said.add(new Note(session.name(), decision));
  }

  private void begin() {
    hasBegun = true;
    for (int i = 0; i < feeds.size(); i++)
      feeds.get(i).endWarmUp(now, warmed(i));
    tell(ask(portfolio -> portfolio.start(now)));
  }

  private void gates(int portfolio, Instrument instrument, Quote quote) {
    feeds.get(portfolio).on(instrument, quote, bar -> {
      var last = lastQuotes.getOrDefault(bar.key().instrument(), Quote.at(now, bar.close()));
      tell(ask(asked -> asked.onBar(portfolio, bar, last.bid(), last.ask(), now)));
    });
  }

  private void tell(List<Told> news) {
    for (var told : news)
      strategies.get(told.child()).take(told.input());
  }
}
