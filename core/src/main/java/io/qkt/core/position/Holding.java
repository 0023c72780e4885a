package io.qkt.core.position;

import io.qkt.core.money.Wide;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/**
 * A leg as the ledger keeps it: quantity and cost, from which the average price follows. Cost is
 * the sum of quantity times price at scale 16, signed as the quantity is, and never rounded but
 * where a part of it is taken away; what that rounds away stays in the leg.
 */
final class Holding {
  final Wide quantity = new Wide();
  final Wide cost = new Wide();
  final long id;
  private final Wide part = new Wide();
  private long openedAt;
  private long best;
  private long worst;

  Holding(long id) {
    this.id = id;
  }

  /** How much of {@code change} would close. */
  long closing(long change) {
    if (quantity.signum() != -Long.signum(change)) return 0;
    long held = Math.abs(Math.max(quantity.saturated(), -Long.MAX_VALUE));
    return Math.min(held, Math.abs(change));
  }

  /** Closes {@code closing} units and adds what they made, at scale 16, to {@code gross}. */
  void close(long closing, long price, Wide gross) {
    long signed = quantity.signum() * closing;
    gross.plus(part.set(signed).times(price));
    part.set(cost).times(signed).over(quantity);
    gross.minus(part);
    cost.minus(part);
    quantity.plus(-signed);
  }

  void open(long change, long price, long time) {
    if (quantity.signum() == 0) {
      openedAt = time;
      best = price;
      worst = price;
    }
    quantity.plus(change);
    cost.plus(part.set(change).times(price));
  }

  /** Widens the extremes; in whichever order the two prices come. */
  void excursion(long one, long other) {
    long high = Math.max(one, other);
    long low = Math.min(one, other);
    boolean isLong = quantity.signum() > 0;
    best = isLong ? Math.max(best, high) : Math.min(best, low);
    worst = isLong ? Math.min(worst, low) : Math.max(worst, high);
  }

  long entryPrice() {
    return part.set(cost).over(quantity).saturated();
  }

  /** How far the best price is beyond the entry, 0 if it never was. */
  long mfe() {
    return beyond(best, quantity.signum());
  }

  /** How far the worst price is beyond the entry, 0 if it never was. */
  long mae() {
    return beyond(worst, -quantity.signum());
  }

  private long beyond(long price, int sign) {
    long entry = entryPrice();
    return Math.max(0, part.set(entry).negate().plus(price).times(sign).saturated());
  }

  long openedAt() {
    return openedAt;
  }

  Leg view() {
    return new Leg(id, quantity.saturated(), entryPrice(), openedAt, best, worst);
  }

  void write(StateWriter out) {
    out.add(id);
    quantity.write(out);
    cost.write(out);
    out.add(openedAt).add(best).add(worst);
  }

  static Holding read(StateReader in) {
    var holding = new Holding(in.word());
    holding.quantity.read(in);
    holding.cost.read(in);
    holding.openedAt = in.word();
    holding.best = in.word();
    holding.worst = in.word();
    return holding;
  }
}
