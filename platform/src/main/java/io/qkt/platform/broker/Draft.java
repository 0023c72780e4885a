package io.qkt.platform.broker;

import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderLifecycle;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
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

  Draft(Account account, AdmissionGate gate, long now, long receiveWindow) {
    this.account = account;
    this.gate = gate;
    this.now = now;
    this.receiveWindow = receiveWindow;
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  void offer(Offer offer) {
    var intent = offer.intent();
    if (order(intent.cid()) != null || account.isRefused(intent.cid())) return;
    var venueOrder = venueOrder(intent);
    gate.refusal(intent, now)
        .ifPresentOrElse(
            code -> refuse(offer.owner(), venueOrder, code),
            () -> send(offer.owner(), venueOrder));
  }

  void report(Inbox.News news) {
    switch (news) {
      case Inbox.News.FromVenue(VenueReport report) -> report(report);
      case Inbox.News.Concluded(OrderUpdate update) -> learn(order(update.cid()), update);
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

  private void send(String owner, VenueOrder order) {
    events.add(new Event.Sending(owner, order, 1));
    orders.put(order.cid(), new Account.Order(owner, order, OrderState.SENT, 0));
  }

  private void refuse(String owner, VenueOrder order, String code) {
    learn(new Account.Order(owner, order, OrderState.OFFERED, 0),
        new OrderUpdate.Refused(order.cid(), code));
  }

  /**
   * Notes an update unless the lifecycle has no such step from here; an execution always counts.
   */
  private void learn(Account.Order order, OrderUpdate update) {
    if (order == null) return;
    var next = OrderLifecycle.next(order.state(), update.trigger());
    if (next.isEmpty() && !(update instanceof OrderUpdate.Filled)) return;
    long n = numbers.getOrDefault(order.owner(), account.lastNumber(order.owner())) + 1;
    numbers.put(order.owner(), n);
    events.add(new Event.Learnt(order.owner(), n, update, now));
    orders.put(update.cid(), order.after(update));
  }

  private Account.Order order(String cid) {
    var drafted = orders.get(cid);
    return drafted != null ? drafted : account.order(cid);
  }

  private VenueOrder venueOrder(OrderIntent intent) {
    return new VenueOrder(intent.cid(), intent.instrument(), intent.side(),
        intent.quantity(), intent.terms(), intent.reducing(), now, now + receiveWindow);
  }
}
