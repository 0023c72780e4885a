package io.qkt.core.portfolio;

import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/** An order of a child that its book let pass and that has not ended. */
final class OpenOrder {
  final int child;
  final int instrument;
  final long leg;
  final Side side;
  /** Its limit or stop, 0 for a market order. */
  final long price;
  final boolean reducing;
  private long left;

  private OpenOrder(int child, int instrument, long leg, Side side, long price, boolean reducing,
      long left) {
    this.child = child;
    this.instrument = instrument;
    this.leg = leg;
    this.side = side;
    this.price = price;
    this.reducing = reducing;
    this.left = left;
  }

  static OpenOrder of(int child, int instrument, long leg, OrderIntent intent, long quantity) {
    return new OpenOrder(child, instrument, leg, intent.side(), intent.terms().price(),
        intent.reducing(), quantity);
  }

  long left() {
    return left;
  }

  void executed(long quantity) {
    left = Math.max(0, left - quantity);
  }

  void write(StateWriter out) {
    out.add(child).add(instrument).add(leg).add(side.ordinal()).add(price).add(reducing).add(left);
  }

  static OpenOrder read(StateReader in) {
    return new OpenOrder(in.count(), in.count(), in.word(), Side.values()[in.count()], in.word(),
        in.flag(), in.word());
  }
}
