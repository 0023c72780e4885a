package io.qkt.core.venue;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import java.util.ArrayList;
import java.util.List;

/**
 * The orders of one instrument, in the order in which they came, and the nearest prices at which
 * one of them has anything to do, so that a quiet quote costs a few compares.
 */
final class Book {
  private final FillTier tier;
  private final InstrumentSpec spec;
  private final FillPrices prices;
  private final Admission admission;
  private final List<Resting> orders = new ArrayList<>();
  private final List<Flight> flights = new ArrayList<>();
  private int open;
  private Quote newest;
  private PriceSource source = PriceSource.TICK;
  private long moves;

  private boolean bandIsOld;
  private boolean anyPriceMatters;
  private long buyBelow;
  private long buyAbove;
  private long sellBelow;
  private long sellAbove;
  private long nextDeadline;

  /** An order, or the wish to take it back, on its way to the venue. */
  record Flight(long due, Resting order, boolean takesBack) {}

  Book(FillTier tier, InstrumentSpec spec) {
    this.tier = tier;
    this.spec = spec;
    prices = new FillPrices(tier, spec);
    admission = new Admission(tier, spec, prices);
    findBand();
  }

  /** Takes note of a market that is not older than the one it knows. */
  boolean see(Quote quote, PriceSource from) {
    if (quote.isBad() || newest != null && quote.time() < newest.time()) return false;
    // What has ended is let go of here, between two moves, because it renumbers the others.
    if (bandIsOld) orders.removeIf(Resting::hasEnded);
    newest = quote;
    source = from;
    moves++;
    return true;
  }

  /** The newest quote, or null before the first. */
  Quote newest() {
    return newest;
  }

  /** The number of the newest quote. */
  long moves() {
    return moves;
  }

  /** Whether the newest price is one of a tick, and not one on the way through a bar. */
  boolean isAtTick() {
    return source == PriceSource.TICK;
  }

  String refusalOf(Resting order) {
    return admission.refusalOf(order, newest);
  }

  String refusalOfPrices(Resting order) {
    return admission.refusalOfPrices(order);
  }

  /** At what price the order is executed in the newest market, or {@link FillPrices#NONE}. */
  long executionOf(Resting order) {
    return newest == null ? FillPrices.NONE : prices.execution(order, newest, source);
  }

  long partOf(Resting order) {
    boolean whole = order.executions() > 0 || order.mustFillWhole();
    return whole ? order.left() : tier.firstPartOf(order.left(), spec);
  }

  long feeFor(long quantity) {
    // The fee of the whole order was computed when it was admitted, so that of a part fits.
    return spec.commissionPerLot() == 0 ? 0 : Exact.times(spec.commissionPerLot(), quantity);
  }

  void opened() {
    open++;
  }

  void add(Resting order) {
    orders.add(order);
    bandIsOld = true;
  }

  void changed() {
    bandIsOld = true;
  }

  void ended() {
    open--;
    bandIsOld = true;
  }

  /** What is due sooner comes first; of what is due together, what was sent first. */
  void fly(Flight flight) {
    int at = flights.size();
    while (at > 0 && flights.get(at - 1).due() > flight.due())
      at--;
    flights.add(at, flight);
    bandIsOld = true;
  }

  /** The next one that has arrived, or null. */
  Flight land() {
    if (flights.isEmpty() || flights.getFirst().due() > newest.time()) return null;
    bandIsOld = true;
    return flights.removeFirst();
  }

  int size() {
    return orders.size();
  }

  Resting get(int at) {
    return orders.get(at);
  }

  boolean hasWork() {
    return open > 0 || !flights.isEmpty();
  }

  /** Whether the newest quote leaves everything as it is. */
  boolean isQuiet() {
    if (!hasWork()) return true;
    if (newest.time() >= nextDeadline()) return false;
    long ask = prices.buyAt(newest);
    long bid = prices.sellAt(newest);
    return !touchedBy(ask, ask, bid, bid);
  }

  /** Whether a bar of this range, which has one price for both sides, could change anything. */
  boolean touches(long low, long high) {
    if (!hasWork()) return false;
    if (bandIsOld) findBand();
    return touchedBy(prices.aboveMiddle(low), prices.aboveMiddle(high), prices.belowMiddle(low),
        prices.belowMiddle(high));
  }

  private boolean touchedBy(long lowAsk, long highAsk, long lowBid, long highBid) {
    return anyPriceMatters || lowAsk <= buyBelow || highAsk >= buyAbove || lowBid <= sellBelow
        || highBid >= sellAbove;
  }

  /** When the next order expires or arrives. */
  long nextDeadline() {
    if (bandIsOld) findBand();
    return nextDeadline;
  }

  private void findBand() {
    bandIsOld = false;
    // What is on its way may want any price once it has come.
    anyPriceMatters = !flights.isEmpty();
    nextDeadline = flights.isEmpty() ? Resting.NEVER : flights.getFirst().due();
    buyBelow = Long.MIN_VALUE;
    sellBelow = Long.MIN_VALUE;
    buyAbove = Long.MAX_VALUE;
    sellAbove = Long.MAX_VALUE;
    for (int i = 0; i < orders.size(); i++)
      if (!orders.get(i).hasEnded()) widenFor(orders.get(i));
  }

  private void widenFor(Resting order) {
    nextDeadline = Math.min(nextDeadline, order.deadline());
    if (order.takesAnyPrice() || order.isArriving()) anyPriceMatters = true;
    else if (order.waitsForItsStop()) widenForStop(order.isBuy(), order.stop());
    else
      widenForLimit(order.isBuy(), order.limit());
  }

  private void widenForStop(boolean buy, long stop) {
    if (buy) buyAbove = Math.min(buyAbove, stop);
    else
      sellBelow = Math.max(sellBelow, stop);
  }

  private void widenForLimit(boolean buy, long limit) {
    if (buy) buyBelow = Math.max(buyBelow, limit);
    else
      sellAbove = Math.min(sellAbove, limit);
  }
}
