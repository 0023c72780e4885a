package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.draft.Instruments;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTrigger;
import io.qkt.core.order.Side;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.session.OwnOrder.Purpose;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A session's own orders that can still change and what it holds for want of a venue that would, in
 * the order in which they were decided; and the decisions of the step that is being made.
 */
final class Desk {
  private final Identity identity;
  private final Instruments instruments;
  private final TreeMap<Long, OwnOrder> orders = new TreeMap<>();
  private final TreeMap<String, Long> seqOf = new TreeMap<>();
  private final TreeMap<Long, Held> held = new TreeMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private long lastSeq;
  private long lastId;

  Desk(Identity identity, Instruments instruments) {
    this.identity = identity;
    this.instruments = instruments;
  }

  /** A number that nothing else of this session has. */
  long nextId() {
    return ++lastId;
  }

  /** A group that no other order of any session has: orders count up, groups down. */
  String groupCid(long id, int place) {
    return identity.cid(-id) + place;
  }

  OwnOrder place(Draft draft, Purpose purpose, long trade, long leg, boolean immediate, long now) {
    long seq = ++lastSeq;
    var intent = new OrderIntent(seq, identity.cid(seq), draft.rule(),
        instruments.get(draft.instrument()), draft.side(), draft.quantity(), draft.terms(),
        draft.reducing(), now, now + identity.signalMaxAgeMicros());
    var order = new OwnOrder(intent, draft.instrument(), purpose, trade, leg, immediate);
    orders.put(seq, order);
    seqOf.put(intent.cid(), seq);
    decisions.add(new Decision.Place(intent));
    return order;
  }

  /** Asks for an order back, once. */
  void cancel(long seq, long now) {
    var order = orders.get(seq);
    if (order == null || order.state() == OrderState.CANCELLING) return;
    order.move(OrderTrigger.ASK_CANCEL);
    decisions.add(new Decision.Cancel(order.intent.cid(), now));
  }

  void hold(Held what) {
    held.put(what.watch().id(), what);
    decisions.add(new Decision.Arm(what.watch()));
  }

  Held held(long watch) {
    return held.get(watch);
  }

  Held release(long watch) {
    return held.remove(watch);
  }

  void disarm(long watch) {
    if (held.remove(watch) != null) decisions.add(new Decision.Disarm(watch));
  }

  void seen(List<Watch.Extremes> extremes) {
    for (var seen : extremes)
      held.computeIfPresent(seen.watch(), (_, what) -> what.from(seen));
  }

  void refuse(int rule, String code, String why) {
    decisions.add(new Decision.Refuse(rule, code, why));
  }

  void log(int rule, Level level, String text) {
    decisions.add(new Decision.Log(rule, level, text));
  }

  /** What was decided since the last time this was asked. */
  Step step() {
    if (decisions.isEmpty()) return Step.QUIET;
    var step = new Step(List.copyOf(decisions));
    decisions.clear();
    return step;
  }

  OwnOrder order(String cid) {
    var seq = seqOf.get(cid);
    return seq == null ? null : orders.get(seq);
  }

  OwnOrder order(long seq) {
    return orders.get(seq);
  }

  void forget(OwnOrder order) {
    orders.remove(order.intent.seq());
    seqOf.remove(order.intent.cid());
  }

  List<OwnOrder> open() {
    return List.copyOf(orders.values());
  }

  List<Held> held() {
    return List.copyOf(held.values());
  }

  boolean isIdle() {
    return orders.isEmpty() && held.isEmpty();
  }

  int count() {
    return orders.size();
  }

  /** What the orders that are executed on arrival will still change the position by. */
  long pending(int instrument) {
    long sum = 0;
    for (var order : orders.values()) {
      if (order.isImmediate() && order.instrument == instrument) sum += order.pending();
    }
    return sum;
  }

  /** What the entries on one side will still add to a position, waiting ones too. */
  long pendingEntries(int instrument, Side side) {
    long sum = 0;
    for (var order : orders.values()) {
      boolean adds = order.purpose == Purpose.ENTRY && order.intent.side() == side;
      if (adds && order.instrument == instrument) sum += order.pending();
    }
    return sum;
  }

  /** A bar has closed: what its venue has taken and not executed is waiting. */
  void rest() {
    orders.values().forEach(OwnOrder::rest);
  }

  /** Entries that can still be executed, those that we hold ourselves too. */
  int entries(int instrument) {
    int count = 0;
    for (var order : orders.values()) {
      if (isEntry(order) && order.instrument == instrument) count++;
    }
    for (var what : held.values()) {
      if (what.kind() == Held.Kind.ENTRY && what.draft().instrument() == instrument) count++;
    }
    return count;
  }

  private static boolean isEntry(OwnOrder order) {
    return order.purpose == Purpose.ENTRY && !order.intent.reducing();
  }

  List<OrderIntent> offered() {
    return orders.values()
        .stream()
        .filter(o -> o.state() == OrderState.OFFERED)
        .map(o -> o.intent)
        .toList();
  }

  List<String> askedBack() {
    return orders.values()
        .stream()
        .filter(o -> o.state() == OrderState.CANCELLING)
        .map(o -> o.intent.cid())
        .toList();
  }

  List<String> cids() {
    return orders.values().stream().map(o -> o.intent.cid()).toList();
  }

  /** The earliest end of an entry that we hold ourselves. */
  long nextDeadline() {
    long next = Long.MAX_VALUE;
    for (var what : held.values())
      next = Math.min(next, what.until());
    return next;
  }

  void write(StateWriter out) {
    out.add(lastSeq).add(lastId).add(orders.size());
    orders.values().forEach(order -> order.write(out));
    out.add(held.size());
    held.values().forEach(what -> what.write(out));
  }

  void read(StateReader in) {
    lastSeq = in.word();
    lastId = in.word();
    for (int left = in.count(); left > 0; left--) {
      var order = OwnOrder.read(in, identity, instruments::get);
      orders.put(order.intent.seq(), order);
      seqOf.put(order.intent.cid(), order.intent.seq());
    }
    for (int left = in.count(); left > 0; left--) {
      var what = Held.read(in, instruments);
      held.put(what.watch().id(), what);
    }
  }
}
