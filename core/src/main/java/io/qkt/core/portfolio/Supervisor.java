package io.qkt.core.portfolio;

import io.qkt.core.book.BookExposure;
import io.qkt.core.book.BookPlan;
import io.qkt.core.book.PortfolioBook;
import io.qkt.core.market.Bar;
import io.qkt.core.market.Instrument;
import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.position.LedgerRisk;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.risk.Halts;
import io.qkt.core.risk.Proposal;
import io.qkt.core.risk.RiskGate;
import io.qkt.core.risk.RiskKey;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.risk.RiskRule;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Input;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides over the children of one portfolio: from its own bars which of them may trade, and from
 * what they propose and execute how much. It knows of them what passes through it, their orders and
 * the updates of these, and nothing else, so that it can be an actor of its own; what it decides
 * reaches a child as an input or as the answer to an intent.
 */
public final class Supervisor {
  private static final int NO_RULE = 0;

  private final PortfolioProgram program;
  private final BookPlan plan;
  private final PortfolioBook book;
  private final Holdings holdings;
  private final Exposures exposures;
  private final OwnStreams streams;
  private final RiskLimits limits;
  private final RiskGate gate;
  private final LedgerRisk risk;
  private final Halts halts = new Halts();
  private final int[] whens;
  private final int[] regimes;
  /** What each child was last told of its gate; it begins with an open one. */
  private final boolean[] told;
  /** What each child with a capital was given to work with, all together. */
  private final long[] given;
  private final List<Decision> said = new ArrayList<>();
  private boolean isOpen = true;

  /**
   * One for a portfolio with these means. Its limits are those of {@code account}, whatever the
   * plan says.
   *
   * @param capital of a portfolio in a book, what that book gives it instead of its own capital; 0
   * for none
   */
  Supervisor(PortfolioProgram program, AccountPlan account, long capital,
      List<Instrument> instruments) {
    this.program = program;
    var file = program.plan();
    plan = new BookPlan(capital == 0 ? file.capital() : capital, file.children(), file.whens(),
        file.regimes(), file.rebalanceMicros(), account.limits());
    int children = program.children().size();
    book = new PortfolioBook(plan);
    holdings = new Holdings(instruments, account.specs(), children,
        plan.capital() == 0 ? account.startingBalance() : plan.capital());
    exposures = new Exposures(holdings);
    streams = new OwnStreams(program.streams(), account);
    streams.attach(holdings);
    limits = account.limits().without(rule -> !isOfBook(rule));
    gate = new RiskGate(limits);
    risk = new LedgerRisk(holdings.ledger());
    whens = new int[program.whens().size()];
    regimes = new int[program.regimes().size()];
    told = new boolean[children];
    Arrays.fill(told, true);
    given = new long[children];
    for (int child = 0; child < children; child++)
      given[child] = book.startingBalance(child);
  }

  /** Losses and drawdowns belong to one owner, and the owner of a portfolio's money is its book. */
  static boolean isOfBook(RiskRule rule) {
    return switch (rule) {
      case MAX_DAILY_LOSS, MAX_DRAWDOWN, MAX_DAILY_DRAWDOWN -> true;
      default -> false;
    };
  }

  PortfolioProgram program() {
    return program;
  }

  /** What a child begins with; 0 where the portfolio names no capital. */
  long startingBalance(int child) {
    return book.startingBalance(child);
  }

  /** Before anything else: who runs unconditionally may begin, the others wait for a bar. */
  List<Told> start(long time) {
    book.start();
    var news = new ArrayList<Told>();
    tellGates(new boolean[told.length], time, news);
    if (plan.capital() != 0) tellBook(time, news);
    return news;
  }

  /**
   * A bar of one of the portfolio's own streams from before the start: nothing is decided on it.
   */
  void warm(Bar bar) {
    show(bar, 0, 0, bar.endTime());
  }

  /**
   * A bar of one of the portfolio's own streams has closed.
   *
   * @param bid of the last quote in it, 0 where the feed has none
   * @param now when it is told: what is decided on it counts from there
   */
  List<Told> onBar(Bar bar, long bid, long ask, long now) {
    if (streams.isMarket(bar)) marked(bar.key().instrument(), bar.close(), bar.endTime());
    show(bar, bid, ask, now);
    var flatten = new boolean[told.length];
    for (var move : book.onBar(bar.endTime(), whens, regimes))
      flatten[placeOf(move.alias())] = move.flatten();
    var news = new ArrayList<Told>();
    if (book.hasSharedOut()) moveCapital(now, news);
    tellGates(flatten, now, news);
    return news;
  }

  private void show(Bar bar, long bid, long ask, long at) {
    streams.show(bar, bid, ask, at);
    streams.ask(program.whens(), whens);
    streams.ask(program.regimes(), regimes);
  }

  private int placeOf(String alias) {
    int place = 0;
    while (!program.children().get(place).alias().equals(alias))
      place++;
    return place;
  }

  /** Tells what has changed, and of every position that is to be closed. */
  private void tellGates(boolean[] flatten, long time, List<Told> news) {
    for (int child = 0; child < told.length; child++) {
      boolean open = isOpen(child);
      if (open == told[child] && !flatten[child]) continue;
      told[child] = open;
      news.add(new Told(child, new Input.GateChanged(open, flatten[child], time)));
    }
  }

  /** Whether a child may enter. */
  public boolean isOpen(int child) {
    return isOpen && book.isOpen(child);
  }

  /** The book has shared out anew: each child gets what it lacks, or gives what it has more. */
  private void moveCapital(long time, List<Told> news) {
    for (int child = 0; child < given.length; child++) {
      long has = Wide.saturatedSum(given[child], book.realizedOf(child));
      long amount = Wide.saturatedSum(book.capitalBase(child), -has);
      if (amount == 0) continue;
      given[child] = Wide.saturatedSum(given[child], amount);
      news.add(new Told(child, new Input.CapitalMoved(amount, time)));
    }
  }

  /** The book of the portfolio that this one is a child of gives it so much, or takes it away. */
  List<Told> on(Input.CapitalMoved moved) {
    var news = new ArrayList<Told>();
    if (plan.capital() == 0) return news;
    holdings.ledger().transfer(moved.amount(), moved.time());
    book.transfer(moved.amount());
    moveCapital(moved.time(), news);
    tellBook(moved.time(), news);
    return news;
  }

  private void tellBook(long time, List<Told> news) {
    for (int child = 0; child < told.length; child++)
      news.add(new Told(child, bookFor(child, time)));
  }

  /** The gate of the portfolio itself has moved, where it is a child of another one. */
  List<Told> on(Input.GateChanged change) {
    isOpen = change.open();
    var flatten = new boolean[told.length];
    Arrays.fill(flatten, change.flatten());
    var news = new ArrayList<Told>();
    tellGates(flatten, change.time(), news);
    return news;
  }

  /** The market of an instrument stands at this price. */
  void marked(Instrument instrument, long price, long time) {
    int place = holdings.placeOf(instrument);
    holdings.mark(place, price, time);
    if (holdings.ledger().count(place) == 0) return;
    markChildren();
    judge(time);
  }

  private void markChildren() {
    boolean counts = plan.limits().isOn(RiskRule.DE_RISK)
        || plan.limits().of(RiskKey.BOOK_ALLOCATION) != 0;
    for (int child = 0; counts && child < told.length; child++)
      book.marked(child, holdings.unrealized(child));
  }

  private void judge(long time) {
    for (var halt : halts.judge(limits, risk, time))
      said.add(new Decision.Log(NO_RULE, Level.WARN,
          "%s halted by %s: %s".formatted(program.name(), halt.code(), halt.why())));
  }

  /** How much of {@code quantity} of an intent may be ordered. */
  Verdict admit(int child, OrderIntent intent, long quantity, long now) {
    int instrument = holdings.placeOf(intent.instrument());
    var refusal = gate.check(new Proposal(intent.side(), quantity, intent.terms().price(),
        intent.reducing(), instrument), risk, halts, now);
    if (refusal.isPresent()) return Verdict.refused(refusal.get().code(), refusal.get().why());
    if (intent.reducing()) return Verdict.admitted(quantity);
    if (!isOpen(child))
      return Verdict.refused(Verdict.GATE,
          "the portfolio's gate must be open for an entry, is closed");
    var exposure = plan.limits().isOn(RiskRule.BOOK_EXPOSURE)
        ? exposures.of(instrument, intent.side())
        : BookExposure.UNKNOWN;
    long admitted = book.admit(child, true, quantity, holdings.spec(instrument), exposure);
    return admitted > 0 ? Verdict.admitted(admitted)
        : Verdict.refused(Verdict.BOOK, noRoom(quantity));
  }

  private String noRoom(long quantity) {
    var regime = book.regime().isEmpty() ? "" : " in the regime " + book.regime();
    return "an entry must leave something when the book has scaled and capped it, of %s%s was 0; "
        .formatted(Exact.text(quantity), regime) + "raise the size, its share or book_risk.*";
  }

  /** An intent that was admitted goes to its broker. */
  void sent(int child, long leg, OrderIntent intent, long quantity) {
    holdings.sent(child, leg, intent, quantity);
  }

  /** The number that the leg of a child's fill has in this book. */
  long legOf(int child, String cid) {
    return holdings.legOf(child, cid);
  }

  /** A broker has learnt something about an order of a child. */
  List<Told> updated(int child, OrderUpdate update, long time) {
    if (update instanceof OrderUpdate.Filled fill) return filled(child, fill, time);
    boolean goesOn = update instanceof OrderUpdate.Accepted
        || update instanceof OrderUpdate.OutcomeUnknown;
    if (!goesOn) holdings.ended(update.cid());
    return List.of();
  }

  private List<Told> filled(int child, OrderUpdate.Filled fill, long time) {
    var outcome = holdings.filled(child, fill);
    book.realized(child, outcome.realized());
    markChildren();
    judge(fill.time());
    if (plan.capital() == 0 || outcome.realized() == 0) return List.of();
    var news = new ArrayList<Told>();
    for (int other = 0; other < told.length; other++)
      if (other != child) news.add(new Told(other, bookFor(other, time)));
    return news;
  }

  private Input bookFor(int child, long time) {
    long apart = book.capital();
    for (int other = 0; other < told.length; other++)
      if (other != child) apart = Wide.saturatedSum(apart, book.realizedOf(other));
    return new Input.BookTold(apart, time);
  }

  /**
   * An operator stops a child or starts it again. A stop closes its gate at once; after a start the
   * next bar may open it, and at once only who runs unconditionally.
   */
  List<Told> operator(int child, boolean stopped, long time) {
    var planned = plan.children().get(child);
    book.operator(child, stopped);
    if (!stopped && !planned.unconditional()) return List.of();
    var flatten = new boolean[told.length];
    flatten[child] = stopped && !planned.hold();
    var news = new ArrayList<Told>();
    tellGates(flatten, time, news);
    return news;
  }

  /** What there was to say since the last time this was asked. */
  List<Decision> said() {
    if (said.isEmpty()) return List.of();
    var all = List.copyOf(said);
    said.clear();
    return all;
  }

  /** The book, to look at. */
  public PortfolioBook book() {
    return book;
  }

  /** What has been realized and is open, with what there was. */
  public long equity() {
    return holdings.ledger().equity();
  }

  public long realized() {
    return holdings.ledger().realized();
  }

  /** All children together, signed. */
  public long position(Instrument instrument) {
    return holdings.ledger().quantity(holdings.placeOf(instrument));
  }

  void write(StateWriter out) {
    streams.write(out);
    book.write(out);
    holdings.write(out);
    halts.write(out);
    out.add(isOpen);
    for (int child = 0; child < told.length; child++)
      out.add(told[child]).add(given[child]);
  }

  void read(StateReader in) {
    streams.read(in);
    book.read(in);
    holdings.read(in);
    halts.read(in);
    isOpen = in.flag();
    for (int child = 0; child < told.length; child++) {
      told[child] = in.flag();
      given[child] = in.word();
    }
  }
}
