package io.qkt.core.venue;

import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;

/** One order at a paper venue, and how far it has got. */
final class Resting {
  static final long NEVER = Long.MAX_VALUE;
  private static final long DAY_MICROS = 86_400_000_000L;

  private final VenueOrder order;
  private final Book book;
  private final boolean buy;
  private long limit;
  private long stop;
  private long deadline = NEVER;
  private long left;
  private long executions;
  private boolean stopTouched;
  private boolean arriving = true;
  private boolean ended;
  private long matchedIn = -1;

  Resting(VenueOrder order, Book book) {
    this.order = order;
    this.book = book;
    buy = order.side() == Side.BUY;
    left = order.quantity();
  }

  /**
   * Goes on after {@code filled} of it was executed in an earlier life. That many numbers may have
   * been given to executions, since none is of less than one unit.
   */
  void resume(long filled) {
    left = order.quantity() - filled;
    executions = filled;
    stopTouched = filled > 0;
    arriving = mustFillOnArrival();
  }

  /** Its prices as the venue keeps them. */
  void priced(long newLimit, long newStop) {
    limit = newLimit;
    stop = newStop;
  }

  /** Its day is the one in which it arrived. */
  void arrivedAt(long time) {
    switch (terms().tif()) {
      case GTD -> deadline = terms().expiresAt();
      case DAY -> deadline = Saturated.plus(time - Math.floorMod(time, DAY_MICROS), DAY_MICROS);
      case GTC, IOC, FOK -> deadline = NEVER;
    }
  }

  VenueOrder order() {
    return order;
  }

  String cid() {
    return order.cid();
  }

  OrderTerms terms() {
    return order.terms();
  }

  Book book() {
    return book;
  }

  boolean isBuy() {
    return buy;
  }

  long limit() {
    return limit;
  }

  long stop() {
    return stop;
  }

  long deadline() {
    return deadline;
  }

  long left() {
    return left;
  }

  long executions() {
    return executions;
  }

  boolean isArriving() {
    return arriving;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Whether any price executes it. */
  boolean takesAnyPrice() {
    return terms().type() == OrderType.MARKET || terms().type() == OrderType.STOP && stopTouched;
  }

  /** Whether its owner held it as a stop, and it has come because that was touched just now. */
  boolean isDue() {
    return arriving && terms().type() == OrderType.MARKET && terms().stop() != 0;
  }

  /** Whether it closes a position that an order of the same owner has opened. */
  boolean isExit() {
    return order.protects();
  }

  boolean waitsForItsStop() {
    boolean hasStop = terms().type() == OrderType.STOP || terms().type() == OrderType.STOP_LIMIT;
    return hasStop && !stopTouched;
  }

  /** Equality counts. */
  boolean stopReachedBy(long price) {
    return buy ? price >= stop : price <= stop;
  }

  boolean limitReachedBy(long price) {
    return buy ? price <= limit : price >= limit;
  }

  long betterOfLimitAnd(long price) {
    return buy ? Math.min(price, limit) : Math.max(price, limit);
  }

  boolean mustFillOnArrival() {
    return terms().tif() == TimeInForce.IOC || terms().tif() == TimeInForce.FOK;
  }

  boolean mustFillWhole() {
    return terms().tif() == TimeInForce.FOK;
  }

  void touchStop() {
    stopTouched = true;
  }

  void arrived() {
    arriving = false;
  }

  /** The market of this move is not for it. */
  void waits(long move) {
    arriving = false;
    matchedIn = move;
  }

  void executed(long quantity) {
    left -= quantity;
    executions++;
  }

  void end() {
    ended = true;
  }

  /** Whether a move of the market has not had it yet; an order is matched once in each. */
  boolean enters(long move) {
    boolean isNew = matchedIn != move;
    matchedIn = move;
    return isNew;
  }
}
