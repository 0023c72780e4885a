package io.qkt.core.portfolio;

import io.qkt.core.market.Bar;
import io.qkt.core.market.Instrument;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.Program;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import io.qkt.core.state.StateHash;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.state.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A portfolio with all its strategies: the supervisors of it and of the portfolios in it, and one
 * session for each strategy, in the order of the files. Who drives it gives the sessions what they
 * are told here, as he gives them their bars and updates; nothing reaches them behind his back.
 *
 * <p>An intent passes every book between its strategy and the broker, the inner one first.
 */
public final class PortfolioSession {
  private final List<Desk> desks = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();

  /** A child. */
  private sealed interface Member {}

  /** A portfolio, and where it sits in the one around it. */
  private record Desk(Supervisor supervisor, Desk outer, int place, List<Member> children,
      Set<Instrument> instruments) implements Member {}

  /** A strategy by its number, and where it sits. */
  private record Seat(int number, String name, StrategySession session, Desk desk,
      int place) implements Member {}

  /**
   * @param identities by the name of a strategy, which is {@code portfolio:alias}
   * @param account the means of the book; a child begins with its share of the capital, or with the
   * starting balance where the portfolio names none
   */
  public PortfolioSession(PortfolioProgram program, Function<String, Identity> identities,
      AccountPlan account) {
    seat(program, program.name(), identities, account, 0, null, 0);
  }

  private Desk seat(PortfolioProgram program, String name, Function<String, Identity> identities,
      AccountPlan account, long capital, Desk outer, int place) {
    var instruments = new LinkedHashSet<Instrument>();
    collect(program, instruments);
    var desk = new Desk(new Supervisor(program, account, capital, List.copyOf(instruments)), outer,
        place, new ArrayList<>(), instruments);
    desks.add(desk);
    for (int i = 0; i < program.children().size(); i++) {
      var child = program.children().get(i);
      var childName = name + ':' + child.alias();
      long share = desk.supervisor.startingBalance(i);
      desk.children.add(switch (child.content()) {
        case PortfolioProgram.Strategy(var strategy) -> seat(childName,
            new StrategySession(strategy, identities.apply(childName), ofChild(account, share)),
            desk, i);
        case PortfolioProgram.Portfolio(var inner) ->
            seat(inner, childName, identities, account, share, desk, i);
      });
    }
    return desk;
  }

  private Seat seat(String name, StrategySession session, Desk desk, int place) {
    var seat = new Seat(seats.size(), name, session, desk, place);
    seats.add(seat);
    return seat;
  }

  private static AccountPlan ofChild(AccountPlan account, long share) {
    return new AccountPlan(share == 0 ? account.startingBalance() : share, account.specs(),
        account.limits().without(Supervisor::isOfBook), account.currency());
  }

  private static void collect(PortfolioProgram program, Set<Instrument> into) {
    collect(program.streams(), into);
    for (var child : program.children()) {
      switch (child.content()) {
        case PortfolioProgram.Strategy(var strategy) -> collect(strategy, into);
        case PortfolioProgram.Portfolio(var inner) -> collect(inner, into);
      }
    }
  }

  private static void collect(Program program, Set<Instrument> into) {
    program.streams().forEach(stream -> into.add(stream.key().instrument()));
  }

  /** That of the outermost portfolio. */
  public String name() {
    return desks.getFirst().supervisor.program().name();
  }

  /** How many strategies there are; each is named by its place in the order of the files. */
  public int strategies() {
    return seats.size();
  }

  /** As in {@code portfolio:alias}. */
  public String name(int strategy) {
    return seats.get(strategy).name;
  }

  public StrategySession session(int strategy) {
    return seats.get(strategy).session;
  }

  /** How many portfolios there are, the outermost first, each before those in it. */
  public int portfolios() {
    return desks.size();
  }

  /** The own streams of a portfolio, whose bars its conditions are asked on. */
  public Program streams(int portfolio) {
    return desks.get(portfolio).supervisor.program().streams();
  }

  public Supervisor supervisor(int portfolio) {
    return desks.get(portfolio).supervisor;
  }

  /** What the strategies are told before anything else. */
  public List<Told> start(long time) {
    var news = new ArrayList<Told>();
    for (var desk : desks)
      pass(desk, desk.supervisor.start(time), news);
    return news;
  }

  /**
   * A bar of one of a portfolio's own streams from before the start.
   *
   * @return the bar
   */
  public Bar warm(int portfolio, Bar bar) {
    desks.get(portfolio).supervisor.warm(bar);
    return bar;
  }

  /**
   * A bar of one of a portfolio's own streams has closed: what the strategies are told of it,
   * before they are told of any bar of the same end.
   *
   * @param bid of the last quote in it, 0 where the feed has none
   * @param now when it is told
   */
  public List<Told> onBar(int portfolio, Bar bar, long bid, long ask, long now) {
    var desk = desks.get(portfolio);
    var news = new ArrayList<Told>();
    pass(desk, desk.supervisor.onBar(bar, bid, ask, now), news);
    return news;
  }

  /** A portfolio's word for its children, and of a portfolio among them for the children of it. */
  private void pass(Desk desk, List<Told> told, List<Told> news) {
    for (var one : told) {
      switch (desk.children.get(one.child())) {
        case Desk inner -> pass(inner, passed(inner.supervisor, one.input()), news);
        case Seat seat -> news.add(new Told(seat.number, one.input()));
      }
    }
  }

  /** A portfolio in a book hears of its gate and its capital; sizes in it are of its own book. */
  private static List<Told> passed(Supervisor inner, Input input) {
    return switch (input) {
      case Input.GateChanged change -> inner.on(change);
      case Input.CapitalMoved moved -> inner.on(moved);
      default -> List.of();
    };
  }

  /**
   * A bar of a strategy's stream has closed: every book in which it trades is marked by it.
   *
   * @return the equity of the outermost one
   */
  public long marked(Bar bar) {
    for (var desk : desks) {
      if (desk.instruments.contains(bar.key().instrument())) {
        desk.supervisor.marked(bar.key().instrument(), bar.close(), bar.endTime());
      }
    }
    return desks.getFirst().supervisor.equity();
  }

  /**
   * What the books make of an intent; what they admit counts as sent. It is to be asked for the
   * intents of a step in their order, while the session knows the order as open.
   */
  public Verdict offered(int strategy, OrderIntent intent, long now) {
    var seat = seats.get(strategy);
    var verdict = Verdict.admitted(intent.quantity());
    int place = seat.place;
    for (var desk = seat.desk; desk != null && !verdict.isRefused(); desk = desk.outer) {
      verdict = desk.supervisor.admit(place, intent, verdict.quantity(), now);
      place = desk.place;
    }
    if (!verdict.isRefused()) sent(seat, intent, verdict.quantity());
    return verdict;
  }

  private static void sent(Seat seat, OrderIntent intent, long quantity) {
    long leg = seat.session.legOf(intent.cid());
    int place = seat.place;
    for (var desk = seat.desk; desk != null; desk = desk.outer) {
      desk.supervisor.sent(place, leg, intent, quantity);
      leg = desk.supervisor.legOf(place, intent.cid());
      place = desk.place;
    }
  }

  /** A broker has learnt something about an order of a strategy: what the others are told of it. */
  public List<Told> updated(int strategy, OrderUpdate update, long time) {
    var seat = seats.get(strategy);
    var news = new ArrayList<Told>();
    int place = seat.place;
    for (var desk = seat.desk; desk != null; desk = desk.outer) {
      pass(desk, desk.supervisor.updated(place, update, time), news);
      place = desk.place;
    }
    return news;
  }

  /** An operator stops a child of the outermost portfolio, or starts it again. */
  public List<Told> operator(int child, boolean stopped, long time) {
    var desk = desks.getFirst();
    var news = new ArrayList<Told>();
    pass(desk, desk.supervisor.operator(child, stopped, time), news);
    return news;
  }

  /** What the supervisors had to say since the last time this was asked. */
  public List<Decision> said() {
    var all = new ArrayList<Decision>();
    for (var desk : desks)
      all.addAll(desk.supervisor.said());
    return all;
  }

  /** Of all strategies together, signed. */
  public long position(Instrument instrument) {
    return desks.getFirst().instruments.contains(instrument)
        ? desks.getFirst().supervisor.position(instrument)
        : 0;
  }

  /** Equal hashes decide alike. */
  public long stateHash() {
    var hash = new StateHash();
    desks.forEach(desk -> desk.supervisor.write(hash));
    seats.forEach(seat -> hash.add(seat.session.stateHash()));
    return hash.value();
  }

  /** The whole state, from which {@link #restore} goes on as if nothing had happened. */
  public long[] snapshot() {
    var words = new Words();
    desks.forEach(desk -> desk.supervisor.write(words));
    for (var seat : seats)
      write(words, seat.session.snapshot());
    return words.toArray();
  }

  private static void write(StateWriter out, long[] snapshot) {
    out.add(snapshot.length);
    for (long word : snapshot)
      out.add(word);
  }

  /** Takes a snapshot of the same portfolio into this new session. */
  public void restore(long[] snapshot) {
    var in = new StateReader(snapshot);
    desks.forEach(desk -> desk.supervisor.read(in));
    for (var seat : seats)
      seat.session.restore(read(in));
    if (!in.isAtEnd()) {
      throw new IllegalStateException("a snapshot must be of the same layout, has words left");
    }
  }

  private static long[] read(StateReader in) {
    var words = new long[in.count()];
    for (int i = 0; i < words.length; i++)
      words[i] = in.word();
    return words;
  }
}
