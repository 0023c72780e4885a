package io.qkt.core.session;

import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.state.StateHash;

/** A netted position and what has been made with it. Cost is kept, the average is derived. */
final class Ledger {
  private long quantity;
  private long cost;
  private long realized;
  private long fills;

  void apply(Filled fill) {
    long change = fill.side().signed(fill.quantity());
    long closing = opposes(change) ? Math.min(Math.abs(change), Math.abs(quantity)) : 0;
    if (closing > 0) close(closing, fill.price());
    open(change - Long.signum(change) * closing, fill.price());
    realized = Exact.minus(realized, fill.fee());
    fills++;
  }

  long quantity() {
    return quantity;
  }

  /** The average price of what is held, 0 when flat. */
  long averagePrice() {
    return quantity == 0 ? 0 : Math.abs(Exact.over(cost, quantity));
  }

  long realized() {
    return realized;
  }

  long fills() {
    return fills;
  }

  /** What closing all of it at {@code price} would make. */
  long unrealized(long price) {
    return Exact.minus(Exact.times(quantity, price), cost);
  }

  void hashInto(StateHash hash) {
    hash.add(quantity).add(cost).add(realized).add(fills);
  }

  private boolean opposes(long change) {
    return Long.signum(change) == -Long.signum(quantity) && quantity != 0;
  }

  private void close(long closing, long price) {
    boolean all = closing == Math.abs(quantity);
    long signed = Long.signum(quantity) * closing;
    long costClosed = all ? cost : Exact.times(Exact.over(cost, quantity), signed);
    realized = Exact.plus(realized, Exact.minus(Exact.times(signed, price), costClosed));
    quantity -= signed;
    cost = Exact.minus(cost, costClosed);
  }

  private void open(long change, long price) {
    quantity = Exact.plus(quantity, change);
    cost = Exact.plus(cost, Exact.times(change, price));
  }
}
