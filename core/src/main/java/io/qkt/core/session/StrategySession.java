package io.qkt.core.session;

import io.qkt.core.market.Bar;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.program.Frame;
import io.qkt.core.program.Program;
import io.qkt.core.program.Rule;
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
  private long held;
  private long lastSeq;
  private long lastOpenTime = Bar.NONE;
  private long lastClose;

  public StrategySession(Program program, Identity identity) {
    this.program = program;
    this.identity = identity;
    frame = program.newFrame();
  }

  public Step on(Input input) {
    return switch (input) {
      case Input.BarClosed closed -> onBar(closed.bar());
      case Input.OrderUpdated updated -> onUpdate(updated.update());
      case Input.IntentLapsed lapsed -> rearm(open.lapse(lapsed.cid()));
    };
  }

  private Step onBar(Bar bar) {
    lastOpenTime = bar.openTime();
    lastClose = bar.close();
    frame.show(Exact.toDouble(bar.close()), bar.openTime(), workingPosition());
    program.updateIndicators(frame);
    List<Decision> decisions = null;
    for (var rule : program.rules()) {
      if (!rises(rule)) continue;
      if (decisions == null) decisions = new ArrayList<>(1);
      decisions.add(new Decision.Place(place(rule, bar)));
    }
    return decisions == null ? Step.QUIET : new Step(List.copyOf(decisions));
  }

  /**
   * Whether a rule's condition is true now and was not before; every rule is asked on every bar.
   */
  private boolean rises(Rule rule) {
    long bit = 1L << rule.number();
    boolean holds = rule.holds(frame);
    boolean held = (this.held & bit) != 0;
    this.held = holds ? this.held | bit : this.held & ~bit;
    return holds && !held;
  }

  private OrderIntent place(Rule rule, Bar bar) {
    long seq = ++lastSeq;
    long now = bar.endTime();
    var intent = new OrderIntent(seq, identity.cid(seq), rule.number(), bar.key().instrument(),
        rule.side(), OrderType.MARKET, rule.quantity(), now, now + identity.signalMaxAgeMicros());
    open.add(intent);
    frame.position(workingPosition());
    return intent;
  }

  private Step onUpdate(OrderUpdate update) {
    // An execution is a fact: it counts even for an order that was thought to have ended.
    if (update instanceof Filled fill) ledger.apply(fill);
    return rearm(open.apply(update));
  }

  private Step rearm(int rule) {
    if (rule > 0) held &= ~(1L << rule);
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
    hash.add(held).add(lastSeq).add(lastOpenTime).add(lastClose);
    for (int i = 0; i < frame.doubleCount(); i++)
      hash.add(frame.doubleAt(i));
    for (int i = 0; i < frame.longCount(); i++)
      hash.add(frame.longAt(i));
    ledger.hashInto(hash);
    open.hashInto(hash);
    return hash.value();
  }
}
