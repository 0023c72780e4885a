package io.qkt.platform.broker;

import io.qkt.core.order.OrderLifecycle;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTrigger;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.venue.VenueOrder;
import io.qkt.platform.broker.BrokerConnection.Event;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a broker connection knows: every order it ever saw, and what each owner has not
 * acknowledged. It belongs to one incarnation of the actor; {@link #apply} alone moves what the
 * journal holds.
 */
final class Account {

  /**
   * An order and how far it has come.
   *
   * @param attempt how often it was sent
   * @param atVenue whether the venue is known to have had it
   */
  record Order(String owner, VenueOrder order, OrderState state, long filled, int attempt,
      boolean atVenue) {

    static Order offered(String owner, VenueOrder order) {
      return new Order(owner, order, OrderState.OFFERED, 0, 0, false);
    }

    static Order sent(String owner, VenueOrder order, int attempt) {
      return new Order(owner, order, OrderState.SENT, 0, attempt, false);
    }

    Order after(OrderUpdate update) {
      long more = update instanceof OrderUpdate.Filled fill ? fill.quantity() : 0;
      boolean seen = more > 0 || update instanceof OrderUpdate.Accepted;
      return new Order(owner, order, next(update.trigger()), filled + more, attempt,
          atVenue || seen);
    }

    Order askedBack() {
      return new Order(owner, order, next(OrderTrigger.ASK_CANCEL), filled, attempt, atVenue);
    }

    private OrderState next(OrderTrigger trigger) {
      return OrderLifecycle.next(state, trigger).orElse(state);
    }

    boolean isWorking() {
      return atVenue && !state.terminal();
    }
  }

  /** What one owner has been told: the highest number, and what it has not acknowledged. */
  private static final class Outbox {
    long last;
    final ArrayDeque<Event.Learnt> unacknowledged = new ArrayDeque<>();
  }

  private final LinkedHashMap<String, Order> orders = new LinkedHashMap<>();
  private final TreeMap<String, Outbox> outboxes = new TreeMap<>();
  private final TreeSet<String> execIds = new TreeSet<>();
  private final TreeSet<String> refused = new TreeSet<>();

  // Not journaled: what this incarnation is waiting for.
  private final Inbox inbox = new Inbox();
  private final TreeMap<String, Long> heardAtNanos = new TreeMap<>();

  Account apply(Event event) {
    switch (event) {
      case Event.Sending(var owner, var order, int attempt) -> orders.put(order.cid(),
          Order.sent(owner, order, attempt));
      case Event.Cancelling cancelling -> orders.computeIfPresent(cancelling.cid(),
          (_, order) -> order.askedBack());
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
    if (order == null || orders.get(update.cid()).state().terminal()) {
      heardAtNanos.remove(update.cid());
    }
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

  /**
   * Orders that the venue had accepted and that are not finished, in the order in which they were
   * sent, and with them what was executed of their groups: without it, the others of a group would
   * work on.
   */
  List<Order> toRestore() {
    var groups = orders.values()
        .stream()
        .filter(Order::isWorking)
        .map(o -> o.order().terms().group())
        .filter(group -> !group.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
    return orders.values()
        .stream()
        .filter(o -> o.isWorking()
            || o.filled() > 0 && groups.contains(o.order().terms().group()))
        .toList();
  }

  /** Orders that were asked back, and of which the venue has said nothing since {@code nanos}. */
  List<String> cancelsUnanswered(long nanos) {
    return orders.values()
        .stream()
        .filter(o -> o.state() == OrderState.CANCELLING && (!heard(o) || isSilent(o, nanos)))
        .map(o -> o.order().cid())
        .toList();
  }

  /** This incarnation has sent the order, or has heard of it. */
  void heardOf(String cid, long nanos) {
    var order = orders.get(cid);
    if (order != null && !order.state().terminal()) heardAtNanos.put(cid, nanos);
  }

  /** Orders that this incarnation sent before {@code nanos} and that the venue has not answered. */
  List<String> silentSince(long nanos) {
    return orders.values()
        .stream()
        .filter(o -> o.state() == OrderState.SENT
            && heard(o) && isSilent(o, nanos))
        .map(o -> o.order().cid())
        .toList();
  }

  /**
   * Orders of which only the venue can say what became of them: unknown ones, those that an earlier
   * incarnation sent, and those that were accepted and not heard of since {@code nanos}.
   */
  List<VenueOrder> inDoubt(long nanos) {
    return orders.values().stream().filter(o -> isInDoubt(o, nanos)).map(Order::order).toList();
  }

  private boolean isInDoubt(Order order, long nanos) {
    return switch (order.state()) {
      case UNKNOWN -> true;
      case SENT -> !heard(order);
      case WORKING, PARTIAL, CANCELLING -> !heard(order) || isSilent(order, nanos);
      case OFFERED, FILLED, REJECTED, REFUSED, LAPSED, ABSENT, CANCELLED, EXPIRED -> false;
    };
  }

  private boolean heard(Order order) {
    return heardAtNanos.containsKey(order.order().cid());
  }

  private boolean isSilent(Order order, long nanos) {
    return heardAtNanos.get(order.order().cid()) - nanos < 0;
  }
}
