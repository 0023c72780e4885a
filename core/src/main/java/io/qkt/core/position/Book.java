package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Wide;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The legs of one instrument, ordered by their numbers, and what they come to together: cost and
 * quantity add up over legs, so that a mark costs the same however many there are.
 */
final class Book {
  /** By how many times eight decimals a profit and a swap are finer than money. */
  static final int SCALES_OF_PROFIT = 3;
  private static final int SCALES_OF_SWAP = 4;

  private final InstrumentSpec spec;
  private final ArrayList<Holding> legs = new ArrayList<>(2);
  private final Wide net = new Wide();
  /** What {@link #net} comes to in a long, since every bar asks for it. */
  private long quantity;
  private final Wide cost = new Wide();
  private final Wide scratch = new Wide();
  private final SwapClock swaps;
  private final QuickValue quick;
  private boolean marked;
  private long price;
  private long rate;
  private long unrealized;
  private long epochs;

  Book(InstrumentSpec spec) {
    this.spec = spec;
    swaps = new SwapClock(spec);
    quick = new QuickValue(spec);
  }

  /**
   * What an execution did to its leg.
   *
   * @param isExact whether longs can still tell the leg and the whole position
   */
  record Move(long closing, long opening, boolean opened, boolean closed, boolean isExact) {}

  /** Moves a leg and leaves in {@code profit}, at scale 32, what the closed part made. */
  Move fill(long id, long change, long price, long rate, long time, Wide profit) {
    var leg = legFor(id);
    boolean wasOpen = leg.quantity.signum() != 0;
    long closing = leg.closing(change);
    profit.set(0);
    if (closing > 0) leg.close(closing, price, profit);
    boolean closed = wasOpen && leg.quantity.signum() == 0;
    long opening = change - Long.signum(change) * closing;
    if (opening != 0) leg.open(opening, price, time);
    // What a close took from the cost is the closed value less the profit.
    cost.plus(profit).plus(scratch.set(change).times(price));
    profit.times(spec.contractSize()).times(rate);
    if (leg.quantity.signum() == 0) legs.remove(leg);
    moveNet(change);
    quick.moved(net, cost);
    swaps.traded(time);
    remark(price, rate);
    return new Move(closing, Math.abs(opening), opening != 0 && (closed || !wasOpen), closed,
        leg.quantity.fits() && net.fits());
  }

  private void moveNet(long change) {
    int side = net.signum();
    net.plus(change);
    quantity = net.saturated();
    if (net.signum() != side && net.signum() != 0) epochs++;
  }

  private Holding legFor(long id) {
    int at = indexOf(id);
    if (at >= 0) return legs.get(at);
    var leg = new Holding(id);
    legs.add(-at - 1, leg);
    return leg;
  }

  /** Where the leg is, or -1 less where it would be. */
  private int indexOf(long id) {
    int at = 0;
    while (at < legs.size() && legs.get(at).id < id)
      at++;
    return at < legs.size() && legs.get(at).id == id ? at : -at - 1;
  }

  /** An execution is no mark: it may be at a price that the market has left. */
  private void remark(long fillPrice, long fillRate) {
    if (marked) evaluate();
    else
      mark(fillPrice, fillRate);
  }

  void mark(long price, long rate) {
    this.price = price;
    this.rate = rate;
    marked = true;
    evaluate();
  }

  private void evaluate() {
    unrealized = unrealizedAt(price);
  }

  /** What closing all legs at a price would make, at the last rate. */
  long unrealizedAt(long price) {
    if (legs.isEmpty()) return 0;
    return quick.isExactAt(rate) ? quick.at(price) : value(net, cost, price);
  }

  /** What {@code quantity} that has cost {@code cost} would make at a price. */
  private long value(Wide quantity, Wide cost, long at) {
    return scratch.set(quantity)
        .times(at)
        .minus(cost)
        .times(spec.contractSize())
        .times(rate)
        .rounded(SCALES_OF_PROFIT)
        .saturated();
  }

  /** Adds to {@code amount} what so many nights bring, rounded once to scale 8. */
  void swap(long nights, long rate, Wide amount) {
    for (var leg : legs) {
      int side = leg.quantity.signum();
      long points = side > 0 ? spec.swapLongPoints() : spec.swapShortPoints();
      amount.plus(scratch.set(leg.quantity).times(side).times(points));
    }
    amount.times(nights)
        .times(spec.pointSize())
        .times(spec.contractSize())
        .times(rate)
        .rounded(SCALES_OF_SWAP);
  }

  SwapClock swaps() {
    return swaps;
  }

  Holding leg(long id) {
    int at = indexOf(id);
    return at < 0 ? null : legs.get(at);
  }

  List<Leg> legs() {
    return legs.stream().map(Holding::view).toList();
  }

  boolean isFlat() {
    return legs.isEmpty();
  }

  long quantity() {
    return quantity;
  }

  long unrealized() {
    return unrealized;
  }

  long unrealized(Holding leg) {
    return value(leg.quantity, leg.cost, price);
  }

  long epoch() {
    return net.signum() == 0 ? 0 : epochs;
  }

  int count() {
    return legs.size();
  }

  /** How many legs there are on the side of {@code sign}. */
  int count(int sign) {
    int count = 0;
    for (int i = 0; i < legs.size(); i++)
      if (legs.get(i).quantity.signum() == sign) count++;
    return count;
  }

  long gross() {
    return gross(scratch).saturated();
  }

  private Wide gross(Wide sum) {
    sum.set(0);
    for (int i = 0; i < legs.size(); i++)
      addMagnitude(sum, legs.get(i).quantity, legs.get(i).quantity.signum());
    return sum;
  }

  private static void addMagnitude(Wide sum, Wide value, int sign) {
    if (sign < 0) sum.minus(value);
    else
      sum.plus(value);
  }

  /** The primary leg's entry, else the average of all legs, whichever way they go. */
  long averagePrice() {
    if (legs.isEmpty()) return 0;
    if (legs.getFirst().id == Leg.PRIMARY) return legs.getFirst().entryPrice();
    var paid = new Wide();
    for (var leg : legs)
      addMagnitude(paid, leg.cost, leg.quantity.signum());
    return paid.over(gross(scratch)).saturated();
  }

  /** When the primary leg was opened, else the oldest one. */
  long openedAt() {
    if (legs.getFirst().id == Leg.PRIMARY) return legs.getFirst().openedAt();
    long oldest = Long.MAX_VALUE;
    for (int i = 0; i < legs.size(); i++)
      oldest = Math.min(oldest, legs.get(i).openedAt());
    return oldest;
  }

  void write(StateWriter out) {
    out.add(legs.size());
    for (var leg : legs)
      leg.write(out);
    out.add(marked).add(price).add(rate).add(epochs);
    swaps.write(out);
  }

  void read(StateReader in) {
    legs.clear();
    net.set(0);
    cost.set(0);
    for (int left = in.count(); left > 0; left--) {
      var leg = Holding.read(in);
      legs.add(leg);
      net.plus(leg.quantity);
      cost.plus(leg.cost);
    }
    quantity = net.saturated();
    marked = in.flag();
    price = in.word();
    rate = in.word();
    epochs = in.word();
    swaps.read(in);
    quick.moved(net, cost);
    evaluate();
  }
}
