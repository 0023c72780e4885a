package io.qkt.core.portfolio;

import io.qkt.core.book.BookExposure;
import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.money.Wide;
import io.qkt.core.order.Side;

/**
 * What a book's limits on exposure are held against. Entries that are not filled yet count as
 * filled, of two that go both ways the one that leaves more.
 */
final class Exposures {
  private final Holdings holdings;

  Exposures(Holdings holdings) {
    this.holdings = holdings;
  }

  /** As it is before an entry on {@code side} of an instrument. */
  BookExposure of(int instrument, Side side) {
    long each = each(instrument);
    long symbol = money(net(instrument, side), each);
    long gross = 0;
    long net = Math.abs(Math.max(symbol, -Long.MAX_VALUE));
    for (int i = 0; i < holdings.count(); i++) {
      gross = Wide.saturatedSum(gross, gross(i));
      long either = Math.max(net(i, Side.BUY), net(i, Side.SELL));
      if (i != instrument) net = Wide.saturatedSum(net, money(Math.max(0, either), each(i)));
    }
    return new BookExposure(each, gross, net, symbol);
  }

  /** The value of one unit, 0 where a price or a rate is not known: then nothing fits. */
  private long each(int instrument) {
    var spec = holdings.spec(instrument);
    if (!spec.currency().isEmpty()) return 0;
    return money(holdings.price(instrument), spec.contractSize());
  }

  private long gross(int instrument) {
    long each = each(instrument);
    long sum = 0;
    for (int child = 0; child < holdings.children(); child++) {
      long either = Math.max(held(child, instrument, Side.BUY),
          held(child, instrument, Side.SELL));
      sum = Wide.saturatedSum(sum, money(either, each));
    }
    return sum;
  }

  /** Of all children, positive in the direction of {@code side}. */
  private long net(int instrument, Side side) {
    long sum = 0;
    for (int child = 0; child < holdings.children(); child++)
      sum = Wide.saturatedSum(sum, held(child, instrument, side));
    return sum;
  }

  private long held(int child, int instrument, Side side) {
    return Wide.saturatedSum(side.signed(holdings.held(child, instrument)),
        holdings.entering(child, instrument, side));
  }

  private static long money(long quantity, long each) {
    try {
      return Exact.times(quantity, each);
    } catch (ExactOverflow beyond) {
      return quantity < 0 == each < 0 ? Long.MAX_VALUE : -Long.MAX_VALUE;
    }
  }
}
