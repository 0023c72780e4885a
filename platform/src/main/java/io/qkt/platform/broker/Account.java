package io.qkt.platform.broker;

import io.qkt.core.order.OrderLifecycle;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.venue.VenueOrder;
import io.qkt.platform.broker.BrokerConnection.Event;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a broker connection knows: every order it ever saw, and what each owner has not
 * acknowledged. It belongs to one incarnation of the actor; {@link #apply} alone moves what the
 * journal holds.
 */
final class Account {

  /** An order and how far it has come. A refused one is kept too: its id must never be sent. */
  record Order(String owner, VenueOrder order, OrderState state, long filled) {

    Order after(OrderUpdate update) {
      long more = update instanceof OrderUpdate.Filled fill ? fill.quantity() : 0;
      var next = OrderLifecycle.next(state, update.trigger()).orElse(state);
      return new Order(owner, order, next, filled + more);
    }
  }

  /** What one owner has been told: the highest number, and what it has not acknowledged. */
  private static final class Outbox {
    long last;
    final ArrayDeque<Event.Learnt> unacknowledged = new ArrayDeque<>();
  }

  private final TreeMap<String, Order> orders = new TreeMap<>();
  private final TreeMap<String, Outbox> outboxes = new TreeMap<>();
  private final TreeSet<String> execIds = new TreeSet<>();
  private final TreeSet<String> refused = new TreeSet<>();

  // Not journaled: what this incarnation is waiting for.
  private final Inbox inbox = new Inbox();
  private final TreeMap<String, Long> sentAtNanos = new TreeMap<>();

  Account apply(Event event) {
    switch (event) {
      case Event.Sending sending -> orders.put(sending.order().cid(),
          new Order(sending.owner(), sending.order(), OrderState.SENT, 0));
      case Event.Learnt learnt -> learn(learnt);
    }
    return this;
  }

  private void learn(Event.Learnt learnt) {
    var update = learnt.update();
    var order = orders.get(update.cid());
    if (order == null) refused.add(update.cid());
    else
      orders.put(update.cid(), order.after(update));
    sentAtNanos.remove(update.cid());
    if (update instanceof OrderUpdate.Filled fill) execIds.add(fill.execId());
    var outbox = outboxes.computeIfAbsent(learnt.owner(), _ -> new Outbox());
    outbox.last = learnt.n();
    outbox.unacknowledged.add(learnt);
  }

  Inbox inbox() {
    return inbox;
  }

  boolean hasSeen(String cid) {
    return orders.containsKey(cid) || refused.contains(cid) || inbox.holdsOfferOf(cid);
  }

  boolean isRefused(String cid) {
    return refused.contains(cid);
  }

  Order order(String cid) {
    return orders.get(cid);
  }

  boolean knowsExecution(String execId) {
    return execIds.contains(execId);
  }

  long lastNumber(String owner) {
    var outbox = outboxes.get(owner);
    return outbox == null ? 0 : outbox.last;
  }

  void acknowledged(String owner, long n) {
    var outbox = outboxes.get(owner);
    if (outbox == null) return;
    while (!outbox.unacknowledged.isEmpty() && outbox.unacknowledged.peek().n() <= n) {
      outbox.unacknowledged.poll();
    }
  }

  /** The next updates of an owner to repeat, in order. */
  List<Event.Learnt> unacknowledged(String owner) {
    var outbox = outboxes.get(owner);
    if (outbox == null) return List.of();
    return outbox.unacknowledged.stream().limit(BrokerConnection.FOLD_MAX).toList();
  }

  Set<String> owners() {
    return outboxes.keySet();
  }

  /** After a recovery nobody can tell how far a sending came that has no outcome. */
  void doubtEverySent() {
    sentAtNanos.clear();
  }

  void sentNow(String cid, long nanos) {
    sentAtNanos.put(cid, nanos);
  }

  /** Orders that this incarnation sent before {@code nanos} and that the venue has not answered. */
  List<String> silentSince(long nanos) {
    return sentAtNanos.entrySet()
        .stream()
        .filter(e -> e.getValue() - nanos < 0)
        .map(e -> e.getKey())
        .toList();
  }

  /** Orders of which only the venue can say what became of them. */
  List<VenueOrder> inDoubt() {
    return orders.values().stream().filter(this::isInDoubt).map(Order::order).toList();
  }

  private boolean isInDoubt(Order order) {
    return order.state() == OrderState.UNKNOWN
        || order.state() == OrderState.SENT && !sentAtNanos.containsKey(order.order().cid());
  }
}
