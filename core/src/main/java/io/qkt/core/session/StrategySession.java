package io.qkt.core.session;

import io.qkt.core.draft.Instruments;
import io.qkt.core.market.Bar;
import io.qkt.core.market.Instrument;
import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTrigger;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.position.Conversion;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.Leg;
import io.qkt.core.program.Program;
import io.qkt.core.program.RuleTrace;
import io.qkt.core.program.SchedulePlan;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.program.calendar.Agenda;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.risk.Halts;
import io.qkt.core.risk.RiskGate;
import io.qkt.core.risk.RiskInput;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.risk.RiskRule;
import io.qkt.core.session.OwnOrder.Purpose;
import io.qkt.core.state.StateHash;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.state.Words;
import io.qkt.core.watch.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * One running program with its whole state. It decides, and only it: actors and the replay loop
 * call {@link #on} with the same inputs and get the same steps and the same {@link #stateHash}.
 *
 * <p>It is mutable and belongs to one owner. While the rules of one bar run, the position that they
 * see is the <i>working</i> one: what is filled plus what the session's own orders will change as
 * soon as they arrive. So a later rule sees an earlier rule's order, and an entry whose outcome is
 * not known blocks a second one.
 */
public final class StrategySession {
  /** Raised by hand when the same inputs may lead to other decisions than before. */
  public static final int ENGINE = 3;

  private static final int NO_RULE = 0;
  private static final long NEVER = Long.MAX_VALUE;

  private final Program program;
  private final Identity identity;
  private final RiskLimits limits;
  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Conversion conversion;
  private final Desk desk;
  private final Closings closings;
  private final OwnerFacts facts;
  private final OwnerRisk risk;
  private final Excursions excursions;
  private final Halts halts = new Halts();
  private final Acting acting;
  private final Bars bars;
  private final Agenda agenda;
  /** Whether a limit looks at open profit, so that it has to be asked on every bar. */
  private final boolean judgesEquity;
  private boolean hasBar;

  public StrategySession(Program program, Identity identity) {
    this(program, identity, AccountPlan.DEFAULT);
  }

  public StrategySession(Program program, Identity identity, AccountPlan account) {
    this.program = program;
    this.identity = identity;
    limits = account.limits();
    frame = program.newFrame();
    instruments = new Instruments(program, account.specs());
    ledger = new Ledger(instruments.specs(), account.startingBalance());
    conversion = new Conversion(instruments.rates(account.currency()));
    desk = new Desk(identity, instruments);
    closings = new Closings(desk, ledger);
    excursions = new Excursions(desk, ledger, instruments);
    facts = new OwnerFacts(frame, instruments, ledger, desk, closings, limits);
    frame.attach(facts);
    risk = new OwnerRisk(frame, instruments, ledger, conversion, desk);
    acting = new Acting(program, frame, instruments, ledger, desk, conversion, closings,
        new RiskGate(limits), risk, halts);
    bars = new Bars(program, frame, instruments, ledger, conversion, desk, acting, this::onPrice);
    judgesEquity = Arrays.stream(RiskRule.values())
        .anyMatch(rule -> rule.effect() == RiskRule.Effect.HALTS && limits.isOn(rule)
            && rule.inputs().contains(RiskInput.EQUITY));
    agenda = new Agenda(program.schedules().stream().map(SchedulePlan::schedule).toList());
  }

  public Step on(Input input) {
    switch (input) {
      case Input.BarClosed closed -> onBar(closed);
      case Input.Warmed(var bar) -> bars.warm(bar);
      case Input.OrderUpdated(var update, long time) -> onUpdate(update, time);
      case Input.IntentLapsed(var cid, long time) ->
          onEnd(desk.order(cid), OrderTrigger.LAPSE, null, time);
      case Input.WatchFired(var fired) -> {
        frame.at(fired.time());
        acting.fired(fired, fired.time());
      }
      case Input.Beat(long time) -> onBeat(time);
      case Input.GateChanged(boolean open, boolean flatten, long time) -> {
        acting.gate(open);
        if (flatten) flatten(time);
      }
      case Input.IntentCapped(var cid, long quantity, _) -> {
        var order = desk.order(cid);
        if (order != null) order.cap(quantity);
      }
      case Input.BookTold(long apart, _) -> acting.bookTold(apart);
      case Input.CapitalMoved(long amount, long time) -> ledger.transfer(amount, time);
      case Input.FlattenOrdered(long time) -> acting.closeAll(NO_RULE, time);
    }
    return desk.step();
  }

  /** The same as {@code on(new Input.BarClosed(bar))}, without the object. */
  public Step onBar(Bar bar) {
    if (!hasBar) begin(bar.endTime());
    bars.tell(bar, 0, 0, bar.endTime());
    return desk.step();
  }

  private void onBar(Input.BarClosed closed) {
    var bar = closed.bar();
    if (!hasBar) begin(bar.endTime());
    if (!closed.extremes().isEmpty()) excursions.seen(closed.extremes());
    program.told(frame, closed.tickValues());
    bars.tell(bar, closed.bid(), closed.ask(), closed.deliveredAt());
  }

  /**
   * From now on tells what becomes of each rule whenever it is asked, before it acts; null for no
   * more. It is no state: who wants to know why replays to there and asks.
   */
  public void traceTo(Consumer<RuleTrace> trace) {
    bars.traceTo(trace);
  }

  /** What is taken away may be wanted again: a rule that is still true fires once it may. */
  private void flatten(long time) {
    program.rules().forEach(rule -> rule.rearm(frame));
    acting.closeAll(NO_RULE, time);
  }

  private void begin(long now) {
    hasBar = true;
    risk.startedAt(now);
    agenda.begin(now);
  }

  private void onBeat(long now) {
    frame.at(now);
    acting.beat(now);
    for (int due = agenda.pass(now); due >= 0; due = agenda.pass(now))
      acting.act(program.schedules().get(due).actions(), NO_RULE, now);
  }

  /** When a beat is due, {@link Long#MAX_VALUE} while nothing waits for the time. */
  public long nextWake() {
    long deadline = desk.isIdle() ? NEVER : acting.nextDeadline();
    return Math.min(deadline, agenda.next());
  }

  private void onUpdate(OrderUpdate update, long time) {
    frame.at(time);
    var order = desk.order(update.cid());
    switch (update) {
      case Filled fill -> onFill(order, fill, time);
      case OrderUpdate.Accepted _ -> {
        if (order == null) return;
        order.move(OrderTrigger.ACCEPT);
        acting.acceptedFirst(order, time);
      }
      case OrderUpdate.Cancelled(_, var why) -> onEnd(order, update.trigger(), why, time);
      case OrderUpdate.Rejected _ -> onEnd(order, update.trigger(), null, time);
      case OrderUpdate.Refused _ -> onEnd(order, update.trigger(), null, time);
      case OrderUpdate.OutcomeUnknown _ -> onEnd(order, update.trigger(), null, time);
      case OrderUpdate.ProvedAbsent _ -> onEnd(order, update.trigger(), null, time);
    }
  }

  /** An execution is a fact: it counts even for an order that was thought to have ended. */
  private void onFill(OwnOrder order, Filled fill, long time) {
    int instrument = instruments.placeOf(fill.instrument());
    var outcome = ledger.fill(instrument, order == null ? Leg.PRIMARY : order.leg, fill.side(),
        fill.quantity(), fill.price(), fill.fee(), conversion.rateOrNothing(instrument),
        fill.time());
    if (outcome.closed()) halts.roundTrip(limits, fill.time());
    judge(fill.time());
    program.follow(frame);
    boolean primary = order == null || order.leg == Leg.PRIMARY;
    if (primary && program.watchesExcursions()) excursions.follow(instrument, fill, outcome);
    if (order == null) {
      desk.log(NO_RULE, Level.ERROR, "an execution of no open order was counted: " + fill.cid());
      return;
    }
    closings.executed(order, fill.quantity());
    order.executed(fill.quantity());
    acting.trades().executed(order, fill, outcome, time);
    if (order.state().terminal()) settle(order, null, time);
  }

  private void onEnd(OwnOrder order, OrderTrigger trigger, CancelReason why, long time) {
    if (order == null) return;
    order.move(trigger);
    if (!order.state().terminal()) return;
    boolean neverLived = switch (order.state()) {
      case REJECTED, REFUSED, LAPSED, ABSENT -> order.filled() == 0;
      default -> false;
    };
    if (neverLived) rearm(order, time);
    settle(order, why, time);
  }

  private void rearm(OwnOrder order, long time) {
    if (order.state() == OrderState.REJECTED) halts.rejected(limits, time);
    int rule = order.intent.rule();
    if (rule != NO_RULE && order.purpose == Purpose.ENTRY) {
      program.rules().get(rule - 1).rearm(frame);
    }
  }

  private void settle(OwnOrder order, CancelReason why, long time) {
    desk.forget(order);
    acting.endedFirst(order);
    acting.trades().ended(order, why, time);
    closings.ended(order, time);
  }

  private void onPrice(long now) {
    if (judgesEquity && ledger.openPositions() > 0) judge(now);
  }

  private void judge(long now) {
    var added = halts.judge(limits, risk, now);
    for (var halt : added)
      desk.log(NO_RULE, Level.WARN, "halted by " + halt.code() + ": " + halt.why());
    if (!added.isEmpty()) acting.cancelEntries(now);
  }

  /** The filled quantity plus what the open orders will change as soon as they arrive. */
  public long workingPosition() {
    return facts.working(0);
  }

  public Program program() {
    return program;
  }

  public Identity identity() {
    return identity;
  }

  /** Of the program's first instrument. */
  public long position() {
    return ledger.quantity(0);
  }

  public long averagePrice() {
    return ledger.averagePrice(0);
  }

  public long realized() {
    return ledger.realized();
  }

  public long unrealized() {
    return ledger.unrealized();
  }

  public long equity() {
    return ledger.equity();
  }

  /**
   * What the equity would be at the prices of an instant between inputs, which moves nothing; 0 for
   * the price of the last bar.
   */
  public long equityAt(ToLongFunction<Instrument> prices) {
    return ledger.equityAt(place -> prices.applyAsLong(instruments.get(place)));
  }

  public long fills() {
    return ledger.results().fills();
  }

  public long lastOpenTime() {
    return bars.lastOpenTime();
  }

  /** Whether the position in an instrument is short, which decides the path of a bar. */
  public boolean isShort(Instrument instrument) {
    return instruments.knows(instrument) && ledger.quantity(instruments.placeOf(instrument)) < 0;
  }

  /** Which part of the position an open order moves; the primary one for an unknown order. */
  public long legOf(String cid) {
    var order = desk.order(cid);
    return order == null ? Leg.PRIMARY : order.leg;
  }

  /** The filled quantity of an instrument, signed; 0 for one that the program does not know. */
  public long position(Instrument instrument) {
    int place = instruments.placeOf(instrument);
    return place < 0 ? 0 : ledger.quantity(place);
  }

  /** Intents that no broker is known to have seen. */
  public List<OrderIntent> offered() {
    return desk.offered();
  }

  /** Orders that were asked back and of which nobody has said yet how they ended. */
  public List<String> askedBack() {
    return desk.askedBack();
  }

  public List<String> openCids() {
    return desk.cids();
  }

  public int openOrders() {
    return desk.count();
  }

  /** The watches that are armed, as they stand, for whoever runs them over the ticks. */
  public List<Watch> watches() {
    return desk.held().stream().map(Held::watch).toList();
  }

  /** Equal hashes decide alike: it covers all state that a later decision can depend on. */
  public long stateHash() {
    var hash = new StateHash();
    write(hash);
    return hash.value();
  }

  /** The whole state, from which {@link #restore} goes on as if nothing had happened. */
  public long[] snapshot() {
    var words = new Words();
    write(words);
    return words.toArray();
  }

  /** Takes a snapshot of the same program into this new session. */
  public void restore(long[] snapshot) {
    var in = new StateReader(snapshot);
    read(in);
    if (!in.isAtEnd()) {
      throw new IllegalStateException("a snapshot must be of the same layout, has words left");
    }
  }

  private void write(StateWriter out) {
    out.add(hasBar).add(risk.started());
    agenda.write(out);
    for (double number : frame.d)
      out.add(number);
    for (long number : frame.l)
      out.add(number);
    ledger.write(out);
    conversion.write(out);
    desk.write(out);
    closings.write(out);
    acting.write(out);
    halts.write(out);
    bars.write(out);
  }

  private void read(StateReader in) {
    hasBar = in.flag();
    risk.startedAt(in.word());
    agenda.read(in);
    for (int i = 0; i < frame.d.length; i++)
      frame.d[i] = in.number();
    for (int i = 0; i < frame.l.length; i++)
      frame.l[i] = in.word();
    ledger.read(in);
    conversion.read(in);
    desk.read(in);
    closings.read(in);
    acting.read(in);
    halts.read(in);
    bars.read(in);
  }
}
