package io.qkt.core.order;

/**
 * What an order asks of its venue beyond side and quantity. Prices are at scale 8, 0 where the type
 * has none; {@code expiresAt} is an instant for GTD, else 0. The stop of a MARKET order is the
 * level at which it became due with its owner, who had held it: a venue may price a bar by it.
 *
 * @param group orders of one owner that carry the same group exclude each other: the first
 * execution of one cancels the others; empty for an order that stands alone
 */
public record OrderTerms(OrderType type, long limit, long stop, TimeInForce tif, long expiresAt,
    String group) {
  public static final String ALONE = "";
  public static final OrderTerms MARKET = of(OrderType.MARKET, 0, 0);

  public static OrderTerms limit(long price) {
    return of(OrderType.LIMIT, price, 0);
  }

  public static OrderTerms stop(long price) {
    return of(OrderType.STOP, 0, price);
  }

  /** At market, since a stop that its owner held was touched at {@code level}. */
  public static OrderTerms due(long level) {
    return of(OrderType.MARKET, 0, level);
  }

  public static OrderTerms stopLimit(long stop, long limit) {
    return of(OrderType.STOP_LIMIT, limit, stop);
  }

  public OrderTerms lasting(TimeInForce newTif, long newExpiresAt) {
    return new OrderTerms(type, limit, stop, newTif, newExpiresAt, group);
  }

  public OrderTerms in(String newGroup) {
    return new OrderTerms(type, limit, stop, tif, expiresAt, newGroup);
  }

  /** The price that the order asks for: its limit, else its stop, else 0. */
  public long price() {
    if (type == OrderType.MARKET) return 0;
    return limit != 0 ? limit : stop;
  }

  private static OrderTerms of(OrderType type, long limit, long stop) {
    return new OrderTerms(type, limit, stop, TimeInForce.GTC, 0, ALONE);
  }
}
