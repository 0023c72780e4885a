package io.qkt.core.order;

/** Which way an order moves a position. */
public enum Side {
  BUY, SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** {@code quantity} with the sign of the change that it makes to a position. */
  public long signed(long quantity) {
    return this == BUY ? quantity : -quantity;
  }
}
