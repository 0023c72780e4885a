package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.money.Wide;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.program.Program;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.sample.TickSamples;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.Step;
import io.qkt.core.session.StrategySession;
import io.qkt.core.venue.FillTier;
import io.qkt.core.venue.PaperVenue;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import io.qkt.core.watch.TickWatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Drives a session from quotes, in the order in which the actors do: the venue sees a quote first,
 * the bar that it closes comes next, and what the venue makes of the orders comes before anything
 * else. The calls are those of the actors; only the waiting, the writing and the wire are missing.
 */
public final class ReplayLoop implements Replay {
  private final StrategySession session;
  private final Books books;
  private final Feeds feeds;
  private final TickSamples ticks;
  private final PaperVenue venue;
  private final TickWatch watches = new TickWatch();
  private final NewestQuotes market = new NewestQuotes();
  private final BarWalk walk = new BarWalk();
  private final List<Execution> executions = new ArrayList<>();
  private final List<Decision> notes = new ArrayList<>();
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private Consumer<Input> journal = _ -> {};
  private long now;

  /** An order at the venue, and how much of it was executed. */
  private static final class Placed {
    private final VenueOrder order;
    private long filled;
    private boolean cut;

    Placed(VenueOrder order) {
      this.order = order;
    }

    OrderUpdate told(VenueReport report) {
      var update = report.forOwner(order, filled);
      switch (report) {
        case VenueReport.Executed executed -> filled += executed.quantity();
        case VenueReport.Rejected _,VenueReport.Cancelled _ -> cut = true;
        case VenueReport.Accepted _ -> {
        }
      }
      return update;
    }

    boolean hasEnded() {
      return cut || filled >= order.quantity();
    }
  }

  /** One that has seen nothing yet. */
  public ReplayLoop(Program program, Identity identity, AccountPlan account, FillTier fills) {
    this(new StrategySession(program, identity, account), account, fills, Books.NONE);
  }

  /** One of a session whose intents pass books before they leave. */
  ReplayLoop(StrategySession session, AccountPlan account, FillTier fills, Books books) {
    this.session = session;
    this.books = books;
    venue = new PaperVenue(fills, account.specs());
    feeds = new Feeds(session.program(), session::equityAt);
    ticks = new TickSamples(session.program());
  }

  /** The session as it stands after the quotes with {@code from <= time < to}. */
  public static StrategySession run(Program program, Identity identity, QuoteFeed feed, long from,
      long to) {
    var loop = new ReplayLoop(program, identity, AccountPlan.DEFAULT, FillTier.PAPER);
    var instrument = program.stream().instrument();
    feed.quotes(instrument.symbol(), from, to).forEach(quote -> loop.onQuote(instrument, quote));
    return loop.session;
  }

  /** From now on tells every input of the session, before the session has it. */
  public void journalTo(Consumer<Input> newJournal) {
    journal = newJournal;
  }

  public StrategySession session() {
    return session;
  }

  /** Everything that was executed so far, in order. */
  public List<Filled> fills() {
    return executions.stream().map(Execution::fill).toList();
  }

  @Override
  public List<Execution> executions() {
    return List.copyOf(executions);
  }

  @Override
  public List<Decision> notes() {
    return List.copyOf(notes);
  }

  /**
   * Shows a quote from before the run, and before any of it: what its bars move is warm when the
   * run begins, and nothing is decided on them. Tick indicators begin with the run, as live.
   */
  @Override
  public void warm(Instrument instrument, Quote quote) {
    feeds.warm(instrument, quote, this::warm);
  }

  /** The same of bars of one open time and length, as {@link #onBars} shows them. */
  public void warmBars(List<Bar> bars) {
    BarWalk.together(bars, new Prices() {
      @Override
      public void onPrice(Instrument instrument, Quote quote, PriceSource source) {
        warm(instrument, quote);
      }

      @Override
      public boolean isShort(Instrument instrument) {
        return false;
      }
    });
  }

  private void warm(Bar closed) {
    on(new Input.Warmed(closed));
  }

  public void onQuote(Instrument instrument, Quote quote) {
    onPrice(instrument, quote, PriceSource.TICK);
  }

  /**
   * Shows a bar as the four corners of its path; what is made of it is known when the next one
   * begins, as for quotes. Bars of several instruments are shown corner by corner, see
   * {@link BarWalk}.
   */
  public void onBar(Bar bar) {
    walk.begin(bar);
    while (!walk.isDone())
      walk.show(this);
  }

  /** Shows bars of one open time and length together, so that no market runs ahead of another. */
  public void onBars(List<Bar> bars) {
    BarWalk.together(bars, this);
  }

  @Override
  public List<Need> needs() {
    var program = session.program();
    var needs = new ArrayList<Need>();
    for (int i = 0; i < program.streams().size(); i++) {
      var stream = program.streams().get(i);
      if (stream.isMarket()) needs.add(new Need(stream.key(), program.history(i)));
    }
    return needs;
  }

  @Override
  public boolean isShort(Instrument instrument) {
    return session.isShort(instrument);
  }

  @Override
  public long realized() {
    return session.realized();
  }

  @Override
  public long equity() {
    return session.equity();
  }

  /** The order of work for one price: the venue, the watches, the bars it closes, the time. */
  @Override
  public void onPrice(Instrument instrument, Quote quote, PriceSource source) {
    meet(instrument, quote, source);
    close(instrument, quote);
    wake();
  }

  /** What lies at the venue or is held meets a price. */
  void meet(Instrument instrument, Quote quote, PriceSource source) {
    now = quote.time();
    market.see(instrument, quote);
    feeds.endWarmUp(now, this::warm);
    venue.see(instrument, quote, source);
    settle();
    watch(instrument, quote, source);
  }

  /** The bars that a price closes. */
  void close(Instrument instrument, Quote quote) {
    ticks.see(instrument, quote);
    feeds.on(instrument, quote, this::tell);
  }

  /** What is due by now. */
  void wake() {
    if (now >= session.nextWake()) take(new Input.Beat(now));
  }

  /** Tells the session something and does all that comes of it. */
  void take(Input input) {
    act(on(input));
    settle();
  }

  private void watch(Instrument instrument, Quote quote, PriceSource source) {
    if (watches.isIdle()) return;
    watches.see(instrument, quote, source);
    for (var fired = watches.next(); fired != null; fired = watches.next()) {
      take(new Input.WatchFired(fired));
    }
  }

  private void tell(Bar bar) {
    books.closed(bar);
    take(new Input.BarClosed(bar, bar.bid(), bar.ask(),
        watches.extremes(bar.key().instrument()), ticks.values(), now));
  }

  private Step on(Input input) {
    journal.accept(input);
    return session.on(input);
  }

  private void act(Step step) {
    for (var decision : step.decisions()) {
      switch (decision) {
        case Decision.Place(var intent) -> place(intent);
        case Decision.Cancel(var cid, _) -> venue.cancel(cid);
        case Decision.Arm(var watch) -> watches.arm(watch, market.of(watch.instrument()));
        case Decision.Disarm(long watch) -> watches.disarm(watch);
        case Decision.Refuse _,Decision.Log _ -> notes.add(decision);
      }
    }
  }

  private void place(OrderIntent intent) {
    var refusal = AdmissionGate.DEFAULT.refusal(intent, now);
    if (refusal.isPresent()) {
      tell(new OrderUpdate.Refused(intent.cid(), refusal.get()));
      return;
    }
    var verdict = books.offered(intent, now);
    if (verdict.isRefused()) {
      notes.add(new Decision.Refuse(intent.rule(), verdict.code(), verdict.why()));
      tell(new OrderUpdate.Refused(intent.cid(), verdict.code()));
      return;
    }
    if (verdict.quantity() < intent.quantity()) {
      act(on(new Input.IntentCapped(intent.cid(), verdict.quantity(), now)));
    }
    var order = new VenueOrder(intent.cid(), intent.instrument(), intent.side(),
        verdict.quantity(), intent.terms(), intent.reducing(), now, intent.validUntil());
    placed.put(order.cid(), new Placed(order));
    venue.submit(order);
  }

  /** Tells the session what the venue says, one thing at a time, and does what it makes of it. */
  private void settle() {
    for (var report = venue.next(); report != null; report = venue.next()) {
      var about = placed.get(report.cid());
      // A venue that is asked about an order that has ended says again how it ended.
      if (about == null) continue;
      var update = about.told(report);
      if (about.hasEnded()) placed.remove(report.cid());
      if (update instanceof Filled fill) execute(fill, about.order.terms().type());
      else
        tell(update);
    }
  }

  /** What it moved is known before the session's answer to it is carried out. */
  private void execute(Filled fill, OrderType type) {
    books.updated(fill, now);
    long before = session.realized();
    var step = on(new Input.OrderUpdated(fill, now));
    long moved = Wide.saturatedSum(session.realized(), -before);
    var execution = new Execution(session.identity().id(), fill, type, now, moved);
    executions.add(execution);
    books.executed(execution);
    act(step);
  }

  private void tell(OrderUpdate update) {
    books.updated(update, now);
    act(on(new Input.OrderUpdated(update, now)));
  }
}
