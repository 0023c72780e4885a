package io.qkt.platform.broker;

import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderLifecycle;
import io.qkt.core.order.OrderTrigger;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import io.qkt.platform.broker.BrokerConnection.Ask;
import io.qkt.platform.broker.BrokerConnection.Cancel;
import io.qkt.platform.broker.BrokerConnection.Event;
import io.qkt.platform.broker.BrokerConnection.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One write in the making: turns what waits into events, each seeing the ones before it. The
 * account itself does not move until the write is stored.
 */
final class Draft {
  private final Account account;
  private final AdmissionGate gate;
  private final long now;
  private final long receiveWindow;
  private final List<Event> events = new ArrayList<>();
  private final TreeMap<String, Account.Order> orders = new TreeMap<>();
  private final TreeMap<String, Long> numbers = new TreeMap<>();
  private final TreeSet<String> execIds = new TreeSet<>();
  private final TreeSet<String> neverSent = new TreeSet<>();

  Draft(Account account, AdmissionGate gate, long now, long receiveWindow) {
    this.account = account;
    this.gate = gate;
    this.now = now;
    this.receiveWindow = receiveWindow;
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  void take(Ask ask) {
    switch (ask) {
      case Offer offer -> offer(offer);
      case Cancel cancel -> cancel(cancel);
    }
  }

  void offer(Offer offer) {
    var intent = offer.intent();
    if (order(intent.cid()) != null || isBarred(intent.cid())) return;
    var venueOrder = venueOrder(intent);
    gate.refusal(intent, now)
        .ifPresentOrElse(
            code -> refuse(offer.owner(), venueOrder, code),
            () -> send(offer.owner(), venueOrder, 1));
  }

  private boolean isBarred(String cid) {
    return account.isRefused(cid) || neverSent.contains(cid);
  }

  /** An order that never came is barred: an offer that was overtaken by its cancel comes later. */
  void cancel(Cancel cancel) {
    var order = order(cancel.cid());
    if (order == null) bar(cancel);
    else if (order.owner().equals(cancel.owner())) askBack(order);
  }

  private void bar(Cancel cancel) {
    if (isBarred(cancel.cid())) return;
    neverSent.add(cancel.cid());
    note(cancel.owner(), new OrderUpdate.Cancelled(cancel.cid(), CancelReason.NEVER_SENT));
  }

  private void askBack(Account.Order order) {
    if (OrderLifecycle.next(order.state(), OrderTrigger.ASK_CANCEL).isEmpty()) return;
    events.add(new Event.Cancelling(order.owner(), order.order().cid(), now));
    orders.put(order.order().cid(), order.askedBack());
  }

  void report(Inbox.News news) {
    switch (news) {
      case Inbox.News.FromVenue(VenueReport report) -> report(report);
      case Inbox.News.Concluded(OrderUpdate.ProvedAbsent absent) -> absent(absent);
      case Inbox.News.Concluded(OrderUpdate update) -> learn(order(update.cid()), update);
    }
  }

  /**
   * What never arrived is over, but for what protects a position: that is sent until it has. One
   * that was asked back has ended as its owner wished: no rule may fire again for it.
   */
  private void absent(OrderUpdate.ProvedAbsent absent) {
    var order = order(absent.cid());
    if (order == null) return;
    switch (order.state()) {
      case SENT, UNKNOWN -> {
        if (order.order().protects()) sendAnew(order);
        else
          learn(order, absent);
      }
      case CANCELLING -> learn(order,
          new OrderUpdate.Cancelled(absent.cid(), CancelReason.NEVER_SENT));
      case OFFERED, WORKING, PARTIAL, FILLED, REJECTED, REFUSED, LAPSED, ABSENT, CANCELLED,
          EXPIRED -> {
      }
    }
  }

  private void report(VenueReport report) {
    var order = order(report.cid());
    if (order == null || isRepeated(report)) return;
    learn(order, report.forOwner(order.order(), order.filled()));
  }

  private boolean isRepeated(VenueReport report) {
    return report instanceof VenueReport.Executed executed
        && (account.knowsExecution(executed.execId()) || !execIds.add(executed.execId()));
  }

  private void send(String owner, VenueOrder order, int attempt) {
    events.add(new Event.Sending(owner, order, attempt));
    orders.put(order.cid(), Account.Order.sent(owner, order, attempt));
  }

  private void refuse(String owner, VenueOrder order, String code) {
    learn(Account.Order.offered(owner, order), new OrderUpdate.Refused(order.cid(), code));
  }

  /**
   * Notes an update unless the lifecycle has no such step from here; an execution always counts.
   */
  private void learn(Account.Order order, OrderUpdate update) {
    if (order == null) return;
    var next = OrderLifecycle.next(order.state(), update.trigger());
    if (next.isEmpty() && !(update instanceof OrderUpdate.Filled)) return;
    note(order.owner(), update);
    orders.put(update.cid(), order.after(update));
  }

  private void note(String owner, OrderUpdate update) {
    long n = numbers.getOrDefault(owner, account.lastNumber(owner)) + 1;
    numbers.put(owner, n);
    events.add(new Event.Learnt(owner, n, update, now));
  }

  private Account.Order order(String cid) {
    var drafted = orders.get(cid);
    return drafted != null ? drafted : account.order(cid);
  }

  private VenueOrder venueOrder(OrderIntent intent) {
    return new VenueOrder(intent.cid(), intent.instrument(), intent.side(),
        intent.quantity(), intent.terms(), intent.reducing(), now, now + receiveWindow);
  }

  private void sendAnew(Account.Order earlier) {
    var order = earlier.order();
    send(earlier.owner(), new VenueOrder(order.cid(), order.instrument(), order.side(),
        order.quantity(), order.terms(), order.reducing(), now, now + receiveWindow),
        earlier.attempt() + 1);
  }
}
