package io.qkt.core.session;

import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderLifecycle;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTrigger;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.state.StateHash;
import java.util.List;
import java.util.TreeMap;

/** A session's own orders that can still change, in the order in which they were decided. */
final class OpenOrders {

  /** One of them; {@code unfilled} keeps the sign of the change that is still to come. */
  private record Open(OrderIntent intent, OrderState state, long unfilled) {}

  private final TreeMap<Long, Open> bySeq = new TreeMap<>();
  private final TreeMap<String, Long> seqOf = new TreeMap<>();

  void add(OrderIntent intent) {
    bySeq.put(intent.seq(),
        new Open(intent, OrderState.OFFERED, intent.side().signed(intent.quantity())));
    seqOf.put(intent.cid(), intent.seq());
  }

  /**
   * Moves an order on and says which rule it came from if it has ended without being executed
   * whole, else 0. An order that is not open any more has nothing left to move.
   */
  int apply(OrderUpdate update) {
    long filled = update instanceof Filled fill ? fill.side().signed(fill.quantity()) : 0;
    return move(update.cid(), update.trigger(), filled);
  }

  int lapse(String cid) {
    return move(cid, OrderTrigger.LAPSE, 0);
  }

  /** What the open orders will still change the position by, should they all be executed. */
  long unfilled() {
    long sum = 0;
    for (var open : bySeq.values())
      sum += open.unfilled();
    return sum;
  }

  List<OrderIntent> offered() {
    return bySeq.values()
        .stream()
        .filter(o -> o.state() == OrderState.OFFERED)
        .map(Open::intent)
        .toList();
  }

  List<String> cids() {
    return bySeq.values().stream().map(o -> o.intent().cid()).toList();
  }

  int count() {
    return bySeq.size();
  }

  void hashInto(StateHash hash) {
    hash.add(bySeq.size());
    for (var open : bySeq.values()) {
      hash.add(open.intent().seq()).add(open.state().ordinal()).add(open.unfilled());
    }
  }

  private int move(String cid, OrderTrigger trigger, long filled) {
    var seq = seqOf.get(cid);
    if (seq == null) return 0;
    var open = bySeq.get(seq);
    var next = OrderLifecycle.next(open.state(), trigger).orElse(open.state());
    long unfilled = open.unfilled() - filled;
    if (!next.terminal()) {
      bySeq.put(seq, new Open(open.intent(), next, unfilled));
      return 0;
    }
    bySeq.remove(seq);
    seqOf.remove(cid);
    return next == OrderState.FILLED ? 0 : open.intent().rule();
  }
}
