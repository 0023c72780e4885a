package io.qkt.core.session;

import io.qkt.core.market.Bar;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.program.Program;
import io.qkt.core.program.Rule;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.Facts;
import io.qkt.core.program.frame.Frame;
import io.qkt.core.state.StateHash;
import java.util.ArrayList;
import java.util.List;

/**
 * One running program with its whole state. It decides, and only it: actors and the replay loop
 * call {@link #on} with the same inputs and get the same steps and the same {@link #stateHash}.
 *
 * <p>It is mutable and belongs to one owner. While the rules of one bar run, the position that they
 * see is the <i>working</i> one: what is filled plus what the session's own open orders will still
 * change. So a later rule sees an earlier rule's order, and an entry whose outcome is not known
 * blocks a second one.
 */
public final class StrategySession {
  /** Raised by hand when the same inputs may lead to other decisions than before. */
  public static final int ENGINE = 1;

  private final Program program;
  private final Identity identity;
  private final Frame frame;
  private final Ledger ledger = new Ledger();
  private final OpenOrders open = new OpenOrders();
  private long lastSeq;
  private long lastOpenTime = Bar.NONE;
  private long lastClose;

  public StrategySession(Program program, Identity identity) {
    this.program = program;
    this.identity = identity;
    frame = program.newFrame();
    frame.attach(new WorkingFacts());
  }

  public Step on(Input input) {
    return switch (input) {
      case Input.BarClosed closed -> onBar(closed.bar());
      case Input.OrderUpdated updated -> onUpdate(updated.update());
      case Input.IntentLapsed lapsed -> rearm(open.lapse(lapsed.cid()));
      case Input.WatchFired _,Input.Beat _,Input.GateChanged _,Input.FlattenOrdered _ ->
          Step.QUIET;
    };
  }

  private Step onBar(Bar bar) {
    lastOpenTime = bar.openTime();
    lastClose = bar.close();
    frame.show(0, bar);
    program.update(frame, 0);
    int place = program.firing(frame, 0, 0);
    if (place < 0) return Step.QUIET;
    var decisions = new ArrayList<Decision>(1);
    for (; place >= 0; place = program.firing(frame, 0, place + 1))
      decisions.add(new Decision.Place(place(program.rule(0, place), bar)));
    return new Step(List.copyOf(decisions));
  }

  private OrderIntent place(Rule rule, Bar bar) {
    var plan = ((Action.Trade) rule.actions().getFirst()).order();
    var quantity = ((Sizing.Units) plan.sizing()).quantity().eval(frame);
    long seq = ++lastSeq;
    long now = bar.endTime();
    var intent = new OrderIntent(seq, identity.cid(seq), rule.number(), bar.key().instrument(),
        plan.side(), Exact.ofDouble(quantity), OrderTerms.MARKET, false, now,
        now + identity.signalMaxAgeMicros());
    open.add(intent);
    return intent;
  }

  private Step onUpdate(OrderUpdate update) {
    // An execution is a fact: it counts even for an order that was thought to have ended.
    if (update instanceof Filled fill) ledger.apply(fill);
    return rearm(open.apply(update));
  }

  private Step rearm(int rule) {
    if (rule > 0) program.rules().get(rule - 1).rearm(frame);
    return Step.QUIET;
  }

  /** The filled quantity plus what the open orders will still change. */
  public long workingPosition() {
    return Exact.plus(ledger.quantity(), open.unfilled());
  }

  public Program program() {
    return program;
  }

  public Identity identity() {
    return identity;
  }

  public long position() {
    return ledger.quantity();
  }

  public long averagePrice() {
    return ledger.averagePrice();
  }

  public long realized() {
    return ledger.realized();
  }

  public long unrealized() {
    return ledger.unrealized(lastClose);
  }

  public long fills() {
    return ledger.fills();
  }

  public long lastOpenTime() {
    return lastOpenTime;
  }

  /** Intents that no broker is known to have seen. */
  public List<OrderIntent> offered() {
    return open.offered();
  }

  public List<String> openCids() {
    return open.cids();
  }

  public int openOrders() {
    return open.count();
  }

  /** Equal hashes decide alike: it covers all state that a later decision can depend on. */
  public long stateHash() {
    var hash = new StateHash();
    hash.add(lastSeq).add(lastOpenTime).add(lastClose);
    for (double number : frame.d)
      hash.add(number);
    for (long number : frame.l)
      hash.add(number);
    ledger.hashInto(hash);
    open.hashInto(hash);
    return hash.value();
  }

  private final class WorkingFacts implements Facts {
    @Override
    public long position(int stream) {
      return workingPosition();
    }

    @Override
    public double position(int stream, PositionField field) {
      return Double.NaN;
    }

    @Override
    public double account(AccountField field) {
      return Double.NaN;
    }

    @Override
    public int openOrders(int stream) {
      return 0;
    }

    @Override
    public double instrument(int stream, InstrumentField field) {
      return Double.NaN;
    }

    @Override
    public long positionEpoch(int stream) {
      return 0;
    }
  }
}
