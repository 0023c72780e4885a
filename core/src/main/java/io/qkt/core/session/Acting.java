package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.draft.Drafting;
import io.qkt.core.draft.Instruments;
import io.qkt.core.draft.Undecidable;
import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.position.Conversion;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.Leg;
import io.qkt.core.program.Plans;
import io.qkt.core.program.Program;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.program.frame.Frame.Given;
import io.qkt.core.risk.Halts;
import io.qkt.core.risk.Proposal;
import io.qkt.core.risk.RiskGate;
import io.qkt.core.risk.RiskView;
import io.qkt.core.session.OwnOrder.Purpose;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.TickWatch;
import io.qkt.core.watch.Watch;
import java.util.List;
import java.util.TreeMap;

/** Does what rules, schedules and hooks say, as far as the limits let it. */
final class Acting implements Trades.Owner {
  static final String GATE = "GATE";
  private static final long RESIZE_PERCENT_LEAST = 5;

  private final Program program;
  private final Frame frame;
  private final Instruments instruments;
  private final Ledger ledger;
  private final Desk desk;
  private final Closings closings;
  private final Drafting drafting;
  private final Latches latches;
  private final Trades trades;
  private final RiskGate gate;
  private final OwnerRisk risk;
  private final Halts halts;
  /** The second of two orders that exclude each other, by the number of the first. */
  private final TreeMap<Long, Draft> afterAccept = new TreeMap<>();
  private boolean isOpen = true;
  private int wanted;
  private int accepted;

  Acting(Program program, Frame frame, Instruments instruments, Ledger ledger, Desk desk,
      Conversion conversion, Closings closings, RiskGate gate, OwnerRisk risk, Halts halts) {
    this.program = program;
    this.frame = frame;
    this.instruments = instruments;
    this.ledger = ledger;
    this.desk = desk;
    this.closings = closings;
    this.gate = gate;
    this.risk = risk;
    this.halts = halts;
    drafting = new Drafting(frame, instruments, ledger, conversion, program.plans());
    trades = new Trades(desk, ledger, program.plans(), instruments, drafting, this);
    latches = new Latches(desk, instruments, drafting, program.plans());
  }

  Trades trades() {
    return trades;
  }

  /** Whether the owner's portfolio lets it enter. */
  void gate(boolean open) {
    isOpen = open;
  }

  void bookTold(long apart) {
    drafting.bookTold(apart);
  }

  /**
   * Does some actions and says whether they had any effect: if all that they wanted was refused,
   * the rule may fire again.
   */
  boolean act(List<Action> actions, int rule, long now) {
    wanted = 0;
    accepted = 0;
    for (var action : actions)
      attempt(rule, () -> act(action, rule, now));
    return wanted == 0 || accepted > 0;
  }

  /** What cannot be reckoned is refused: it must not end a run. */
  private void attempt(int rule, Runnable what) {
    try {
      what.run();
    } catch (Undecidable e) {
      wanted++;
      desk.refuse(rule, e.code(), e.getMessage());
    } catch (ExactOverflow e) {
      wanted++;
      desk.refuse(rule, Undecidable.OVERFLOW, "a number of the order must fit, was " + e);
    }
  }

  private void act(Action action, int rule, long now) {
    switch (action) {
      case Action.Trade(var plan) -> submit(drafting.draft(plan, rule), Trade.NONE, now);
      case Action.EitherOf either -> submitEither(either, rule, now);
      case Action.Close(int stream) -> {
        for (int instrument : instruments.traded(stream))
          close(rule, instrument, now);
      }
      case Action.CloseAll _ -> closeAll(rule, now);
      case Action.Cancel(int stream) -> {
        for (int instrument : instruments.traded(stream))
          cancel(instrument, now);
      }
      case Action.CancelAll _ -> cancelAll(now);
      case Action.Resize resize -> resize(resize, rule, now);
      case Action.Latch(var plan) -> arm(plan, rule, now);
      case Action.Log log -> desk.log(rule, log.level(), text(log));
    }
  }

  /** Behind a closed gate a latch is not even armed: what it leads to is an entry. */
  private void arm(LatchPlan plan, int rule, long now) {
    if (isOpen) latches.arm(plan, rule, close(plan.stream()), now);
    else
      refuseAtGate(rule);
  }

  private void refuseAtGate(int rule) {
    wanted++;
    desk.refuse(rule, GATE, "the portfolio's gate must be open for an entry, is closed");
  }

  private long close(int stream) {
    return drafting.close(stream);
  }

  /** A field whose name stands in braces in the text is put there, the others behind it. */
  private String text(Action.Log log) {
    var text = log.text();
    var behind = new StringBuilder();
    for (var field : log.fields()) {
      var value = field.value().apply(frame);
      var hole = "{" + field.name() + "}";
      if (text.contains(hole)) text = text.replace(hole, value);
      else
        behind.append(' ').append(field.name()).append('=').append(value);
    }
    return text + behind;
  }

  @Override
  public void submit(Draft draft, long stack, long now) {
    if (isAdmitted(draft, now)) enter(draft, stack, now);
  }

  private boolean isAdmitted(Draft draft, long now) {
    if (!isOpen && !draft.reducing()) {
      refuseAtGate(draft.rule());
      return false;
    }
    wanted++;
    if (!draft.reducing() && risk.rate(draft.instrument()) == RiskView.MISSING) {
      desk.refuse(draft.rule(), Undecidable.NO_RATE, drafting.noRate(draft.instrument()));
      return false;
    }
    var proposal = new Proposal(draft.side(), draft.quantity(), draft.terms().price(),
        draft.reducing(), draft.instrument());
    var refusal = gate.admit(proposal, risk, halts, now);
    refusal.ifPresent(why -> desk.refuse(draft.rule(), why.code(), why.why()));
    return refusal.isEmpty();
  }

  private OwnOrder enter(Draft draft, long stack, long now) {
    accepted++;
    long trade = trades.begin(draft, stack);
    if (draft.trail() != null) {
      holdEntry(draft, trade, now);
      return null;
    }
    return place(draft, trade, now);
  }

  private OwnOrder place(Draft draft, long trade, long now) {
    long leg = draft.ownLeg() ? trade : Leg.PRIMARY;
    int stream = instruments.streamOf(draft.instrument());
    double close = frame.field(stream, BarField.CLOSE);
    boolean immediate = draft.terms().price() == 0
        || close == close && Drafting.isImmediate(draft.terms(), draft.side(), close(stream));
    return desk.place(draft, Purpose.ENTRY, trade, leg, immediate, now);
  }

  private void holdEntry(Draft draft, long trade, long now) {
    long price = close(instruments.streamOf(draft.instrument()));
    long until = draft.terms().expiresAt() == 0 ? Long.MAX_VALUE : draft.terms().expiresAt();
    var watch = new Watch.HeldStop(desk.nextId(), instruments.get(draft.instrument()),
        draft.side(), draft.trail(), price, Watch.UNSEEN, now);
    desk.hold(new Held(watch, Held.Kind.ENTRY, draft.rule(), draft, trade, 0, until));
  }

  private void submitEither(Action.EitherOf either, int rule, long now) {
    var group = "e" + desk.groupCid(desk.nextId(), 0);
    var first = drafting.draft(either.first(), rule).in(group);
    var second = drafting.draft(either.second(), rule).in(group);
    if (!isAdmitted(first, now)) return;
    var order = enter(first, Trade.NONE, now);
    if (order == null) submit(second, Trade.NONE, now);
    else
      afterAccept.put(order.intent.seq(), second);
  }

  /** The first of two orders is at the venue: now the second may follow. */
  void acceptedFirst(OwnOrder order, long now) {
    if (afterAccept.isEmpty()) return;
    var second = afterAccept.remove(order.intent.seq());
    if (second != null) submit(second, Trade.NONE, now);
  }

  /** The first of two orders has ended, so the second never follows. */
  void endedFirst(OwnOrder order) {
    if (!afterAccept.isEmpty()) afterAccept.remove(order.intent.seq());
  }

  private void close(int rule, int instrument, long now) {
    for (var what : desk.held()) {
      boolean isLatch = what.kind() == Held.Kind.LATCH || what.kind() == Held.Kind.EXCURSION;
      if (!isLatch && what.watch().instrument().equals(instruments.get(instrument))) {
        desk.disarm(what.watch().id());
      }
    }
    closings.close(rule, instrument, now);
  }

  void closeAll(int rule, long now) {
    for (int i = 0; i < instruments.count(); i++)
      close(rule, i, now);
  }

  /** Entries alone: what protects a position stays. */
  private void cancel(int instrument, long now) {
    for (var order : desk.open()) {
      if (order.instrument == instrument && order.purpose == Purpose.ENTRY) {
        desk.cancel(order.intent.seq(), now);
      }
    }
    for (var what : desk.held()) {
      boolean entry = what.kind() == Held.Kind.ENTRY;
      if (entry && what.draft().instrument() == instrument) desk.disarm(what.watch().id());
    }
  }

  /** What would make a position larger is taken back; what protects or reduces one stays. */
  void cancelEntries(long now) {
    for (var order : desk.open()) {
      boolean enters = order.purpose == Purpose.ENTRY && !order.intent.reducing();
      if (enters) desk.cancel(order.intent.seq(), now);
    }
    for (var what : desk.held()) {
      boolean enters = what.kind() == Held.Kind.ENTRY && !what.draft().reducing();
      if (enters) desk.disarm(what.watch().id());
    }
  }

  private void cancelAll(long now) {
    for (int i = 0; i < instruments.count(); i++)
      cancel(i, now);
  }

  private void resize(Action.Resize resize, int rule, long now) {
    int instrument = instruments.ofStream(resize.stream());
    long held = ledger.quantity(instrument, Leg.PRIMARY)
        + frame.facts().position(resize.stream()) - ledger.quantity(instrument);
    if (held == 0) return;
    long target = target(resize);
    long change = target - Math.abs(held);
    long least = resize.minStep() == null ? target / 100 * RESIZE_PERCENT_LEAST
        : drafting.exact(resize.minStep().quantity(), "the least step");
    var spec = instruments.spec(instrument);
    if (change == 0 || Math.abs(change) < Math.max(least, spec.volumeMin())) return;
    boolean grows = change > 0;
    var side = held > 0 == grows ? Side.BUY : Side.SELL;
    submit(new Draft(Plans.NONE, rule, instrument, side, spec.lots(Math.abs(change)),
        OrderTerms.MARKET, null, null, false, !grows, List.of()), Trade.NONE, now);
  }

  private long target(Action.Resize resize) {
    boolean isZero = resize.to() instanceof Sizing.Units(var units)
        && units.eval(frame) == 0;
    return isZero ? 0 : drafting.wanted(resize.to(), resize.stream(), close(resize.stream()), 0);
  }

  /** A watch has fired, or has ended without. */
  void fired(Watch.Fired fired, long now) {
    var what = desk.release(fired.watch());
    if (what == null || fired.expired()) return;
    attempt(what.rule(), () -> fired(what, fired, now));
  }

  private void fired(Held what, Watch.Fired fired, long now) {
    switch (what.kind()) {
      case ENTRY -> place(what.draft().stoppedAt(fired.level()), what.trade(), now);
      case STOP -> trades.stopTouched(what, fired.level(), now);
      case TIER -> openTier(what, now);
      case LATCH -> enter(what, fired.up(), fired.level(), now);
      case EXCURSION -> {
      }
    }
  }

  private void enter(Held latch, boolean up, long wire, long now) {
    for (var draft : latches.drafts(latch, up, wire, now))
      submit(draft, Trade.NONE, now);
  }

  private void openTier(Held what, long now) {
    var parent = trades.get(what.trade());
    if (parent == null) return;
    var plan = program.plans().order(parent.draft.plan());
    var tier = plan.tiers().get(what.place());
    frame.give(Given.ENTRY_QUANTITY, Exact.toDouble(parent.filled));
    long entry = close(plan.stream());
    var exits = drafting.exits(tier.exits());
    long quantity = drafting.quantity(tier.sizing(), plan.stream(), entry,
        exits.stopDistance(entry));
    submit(new Draft(Plans.NONE, what.rule(), parent.draft.instrument(), parent.side(), quantity,
        OrderTerms.MARKET, null, exits, true, false, List.of()), Trade.NONE, now);
  }

  /** A bar of a stream has closed: latches that wait for a close beyond their wires look at it. */
  void barClosed(int stream, long close, long now) {
    desk.rest();
    for (var what : desk.held()) {
      if (!(what.watch() instanceof Watch.Latch latch)) continue;
      boolean waits = latch.confirm() instanceof Watch.Confirm.CloseBeyond
          && instruments.ofStream(stream) == instruments.placeOf(latch.instrument());
      int beyond = waits && now < latch.expiresAt() ? TickWatch.closedBeyond(latch, close) : 0;
      if (beyond == 0) continue;
      desk.disarm(latch.id());
      long wire = beyond > 0 ? latch.up() : latch.down();
      attempt(what.rule(), () -> enter(what, beyond > 0, wire, now));
    }
  }

  @Override
  public void closed(Trade trade, Trades.Reason reason, Filled exit, long now) {
    if (trade.draft.plan() == Plans.NONE || exit == null) return;
    var hooks = program.plans().order(trade.draft.plan()).hooks();
    frame.give(Given.EXIT_PRICE, Exact.toDouble(exit.price()));
    frame.give(Given.EXIT_QUANTITY, Exact.toDouble(trade.filled));
    frame.give(Given.EXIT_PNL, Exact.toDouble(trade.pnl));
    frame.give(Given.EXIT_SIDE, trade.side() == Side.BUY ? -1 : 1);
    frame.give(Given.EXIT_REASON, reason.ordinal());
    for (var action : switch (reason) {
      case STOP -> hooks.onStop();
      case TARGET -> hooks.onTarget();
      case CLOSE -> hooks.onClose();
    })
      attempt(trade.draft.rule(), () -> act(action, trade.draft.rule(), now));
  }

  /** Gives up the entries that we hold ourselves and whose time is over. */
  void beat(long now) {
    trades.beat(now);
    for (var what : desk.held()) {
      if (what.until() <= now) desk.disarm(what.watch().id());
    }
  }

  long nextDeadline() {
    return Math.min(desk.nextDeadline(), trades.nextDeadline());
  }

  void write(StateWriter out) {
    trades.write(out);
    drafting.write(out);
    out.add(isOpen).add(afterAccept.size());
    afterAccept.forEach((first, second) -> {
      out.add(first.longValue());
      second.write(out);
    });
  }

  void read(StateReader in) {
    trades.read(in);
    drafting.read(in);
    isOpen = in.flag();
    for (int left = in.count(); left > 0; left--)
      afterAccept.put(in.word(), Draft.read(in));
  }
}
