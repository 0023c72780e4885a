package io.qkt.core.market;

/**
 * What was seen of an instrument at an instant: the best bid and ask, 0 where the feed has none,
 * the last trade, 0 where there was none, and its volume; all at scale 8.
 */
public record Quote(long time, long bid, long ask, long last, long volume) {

  /** One price for everything, as a bar's corners have. */
  public static Quote at(long time, long price) {
    return new Quote(time, 0, 0, price, 0);
  }

  public boolean hasSides() {
    return ask != 0;
  }

  /** The last trade, or where there was none the middle of bid and ask. */
  public long price() {
    // Bid plus half the spread, because the sum of both could overflow.
    return last > 0 ? last : bid + (ask - bid) / 2;
  }

  /** What a buyer pays. */
  public long buyAt() {
    return hasSides() ? ask : price();
  }

  /** What a seller gets. */
  public long sellAt() {
    return hasSides() ? bid : price();
  }

  /** No positive price, or crossed. */
  public boolean isBad() {
    if (last < 0 || bid < 0 || bid > ask)
      return true;
    return hasSides() ? bid == 0 : last == 0;
  }
}
