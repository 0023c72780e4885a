package io.qkt.core.session;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;

/** What the tests of this package are made of; amounts are whole numbers in their arguments. */
final class Fixture {
  static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"), Timeframe.parse("1s"));
  static final Identity IDENTITY = new Identity("cluster", "id", 1, 5_000_000);
  static final long SECOND = 1_000_000;

  private Fixture() {}

  /** The bar of second {@code n}, all of it at one price. */
  static Bar bar(long n, long price) {
    long exact = price * Exact.ONE;
    return new Bar(KEY, n * SECOND, n == 0 ? Bar.NONE : (n - 1) * SECOND, exact, exact, exact,
        exact, Exact.ONE, Bar.ClosedBy.TICK, 0);
  }

  static OrderIntent intent(long seq, int rule, Side side, long quantity) {
    return new OrderIntent(seq, IDENTITY.cid(seq), rule, KEY.instrument(), side,
        quantity * Exact.ONE, OrderTerms.MARKET, false, 0, 5 * SECOND);
  }

  /** All of an order is executed. */
  static Filled filled(OrderIntent intent, long price) {
    return new Filled(intent.cid(), intent.cid() + "-1", intent.instrument(), intent.side(),
        intent.quantity(), price * Exact.ONE, 0, 0, true);
  }

  /** A part of an order is executed. */
  static Filled filledPart(OrderIntent intent, long quantity) {
    return new Filled(intent.cid(), intent.cid() + "-" + quantity, intent.instrument(),
        intent.side(), quantity * Exact.ONE, Exact.ONE, 0, 0, false);
  }
}
