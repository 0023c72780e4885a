package io.qkt.core.venue;

import io.qkt.core.order.CancelReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** What becomes of orders: everything that happens to one is reported, kept, and told in order. */
final class Matching {
  private final FillTier tier;
  private final Groups groups = new Groups();
  private final Map<String, List<VenueReport>> known = new LinkedHashMap<>();
  private final Map<String, Resting> open = new LinkedHashMap<>();
  private final Queue<VenueReport> untold = new ArrayDeque<>();
  private long arrivals;

  Matching(FillTier tier) {
    this.tier = tier;
  }

  /** The next report that nobody was told yet, or null. */
  VenueReport tell() {
    return untold.poll();
  }

  boolean hasNews() {
    return !untold.isEmpty();
  }

  boolean knows(String cid) {
    return known.containsKey(cid);
  }

  List<VenueReport> allOf(String cid) {
    return List.copyOf(known.getOrDefault(cid, List.of()));
  }

  /** Tells again what became of an order. */
  void repeat(String cid) {
    untold.addAll(known.get(cid));
  }

  /** The order if it has not ended, else null. */
  Resting open(String cid) {
    return open.get(cid);
  }

  Collection<Resting> open() {
    return open.values();
  }

  Resting take(VenueOrder order, Book book) {
    var taken = new Resting(order, book);
    known.put(order.cid(), new ArrayList<>(2));
    open.put(order.cid(), taken);
    book.opened();
    return taken;
  }

  /** An id that was taken back before it came is never accepted. */
  void bury(String cid) {
    known.put(cid, new ArrayList<>(1));
    report(new VenueReport.Cancelled(cid, CancelReason.NEVER_SENT));
  }

  /** The order is at the venue: it is refused, or accepted and executed as far as it can be. */
  void arrive(Resting order, long time) {
    var refusal = refusalOf(order);
    if (!refusal.equals(Admission.WELCOME)) {
      end(order);
      report(new VenueReport.Rejected(order.cid(), refusal));
      return;
    }
    order.arrivedAt(time);
    report(new VenueReport.Accepted(order.cid(), venueId(order)));
    if (groups.excludes(order)) {
      cancel(order, CancelReason.GROUP);
      return;
    }
    order.book().add(order);
    if (isHeldBack(order)) order.waits(order.book().moves());
    else
      match(order);
  }

  /**
   * Whether it first meets the next price. A stop does, since the price that it was decided on is
   * no touch; and an exit, since the tick that opened a position does not close it too. Only an
   * exit that comes on the way through a bar does not wait: there the market is already beyond it.
   */
  private boolean isHeldBack(Resting order) {
    boolean isNow = order.takesAnyPrice() || order.mustFillOnArrival();
    if (isNow || tier.latencyMicros() > 0) return false;
    return order.book().isAtTick()
        ? order.waitsForItsStop() || order.isExit()
        : order.waitsForItsStop() && !order.isExit();
  }

  private String refusalOf(Resting order) {
    arrivals++;
    boolean unlucky = tier.rejectEvery() > 0 && arrivals % tier.rejectEvery() == 0;
    return unlucky ? "STRESS" : order.book().refusalOf(order);
  }

  private static String venueId(Resting order) {
    return "paper-" + order.cid();
  }

  /** The order was accepted in an earlier life, so its owner is not told that again. */
  void resume(Resting order, long filled) {
    known.get(order.cid()).add(new VenueReport.Accepted(order.cid(), venueId(order)));
    order.resume(filled);
    order.arrivedAt(tier.arrivalOf(order.order().sentAt()));
    if (order.left() <= 0) end(order);
    else if (!order.book().refusalOfPrices(order).equals(Admission.WELCOME))
      cancel(order, CancelReason.VENUE);
    else if (groups.excludes(order)) cancel(order, CancelReason.GROUP);
    else
      order.book().add(order);
    if (filled > 0) exclude(order);
  }

  /** Executes what the newest market of its instrument executes of it. */
  void match(Resting order) {
    var book = order.book();
    if (order.hasEnded() || !order.enters(book.moves())) return;
    boolean waited = order.waitsForItsStop();
    long price = book.executionOf(order);
    if (price != FillPrices.NONE) execute(order, price);
    else if (waited != order.waitsForItsStop()) book.changed();
    if (order.isArriving()) settleArrival(order);
  }

  private void settleArrival(Resting order) {
    order.arrived();
    if (order.mustFillOnArrival() && !order.hasEnded()) cancel(order, CancelReason.UNFILLABLE);
  }

  private void execute(Resting order, long price) {
    var book = order.book();
    long quantity = book.partOf(order);
    order.executed(quantity);
    book.changed();
    if (order.left() == 0) end(order);
    report(new VenueReport.Executed(order.cid(), order.cid() + "-" + order.executions(), quantity,
        price, book.feeFor(quantity),
        Math.max(book.newest().time(), order.order().sentAt())));
    exclude(order);
  }

  private void exclude(Resting order) {
    for (var other : groups.excludedBy(order))
      if (!other.hasEnded()) cancel(other, CancelReason.GROUP);
  }

  /** The owner wants it back; if it has ended, how it ended is told again. */
  void takeBack(Resting order) {
    if (order.hasEnded()) repeat(order.cid());
    else
      cancel(order, CancelReason.ASKED);
  }

  void expire(Resting order, long now) {
    if (!order.hasEnded() && now >= order.deadline()) cancel(order, CancelReason.EXPIRED);
  }

  private void cancel(Resting order, CancelReason why) {
    end(order);
    report(new VenueReport.Cancelled(order.cid(), why));
  }

  private void end(Resting order) {
    order.end();
    open.remove(order.cid());
    order.book().ended();
  }

  private void report(VenueReport report) {
    known.get(report.cid()).add(report);
    untold.add(report);
  }
}
