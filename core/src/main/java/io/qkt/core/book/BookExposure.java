package io.qkt.core.book;

import io.qkt.core.money.Exact;
import io.qkt.core.money.ExactOverflow;
import io.qkt.core.risk.RiskKey;
import io.qkt.core.risk.RiskLimits;

/**
 * What a book holds when a child proposes an entry, in account currency at scale 8; working entries
 * count as filled.
 *
 * @param each what one unit of the proposal adds: price, contract size and rate multiplied
 * @param gross the sum over children and symbols of what each holds, whichever way
 * @param net the sum over symbols of what remains when the children are netted, whichever way; a
 * long one and a short one of two symbols add up
 * @param symbol what remains in the proposal's symbol, positive in the proposal's direction
 */
public record BookExposure(long each, long gross, long net, long symbol) {
  /** Nothing is known, so a book with a limit on exposure admits no entry. */
  public static final BookExposure UNKNOWN = new BookExposure(0, 0, 0, 0);

  /** How much of {@code quantity} the limits leave room for. */
  long cap(long quantity, RiskLimits limits) {
    long capped = quantity;
    long grossMax = limits.of(RiskKey.BOOK_MAX_GROSS_EXPOSURE);
    if (grossMax != 0) capped = Math.min(capped, units(less(grossMax, gross)));
    long netMax = limits.of(RiskKey.BOOK_MAX_NET_EXPOSURE);
    long others = less(net, symbol == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(symbol));
    if (netMax != 0) capped = Math.min(capped, units(room(less(netMax, others))));
    long symbolMax = limits.of(RiskKey.BOOK_MAX_SYMBOL_CONCENTRATION);
    return symbolMax == 0 ? capped : Math.min(capped, units(room(symbolMax)));
  }

  /** To what the symbol may grow, and at least to flat: that makes nothing larger. */
  private long room(long symbolMax) {
    return Math.max(less(symbolMax, symbol), less(0, symbol));
  }

  /** How many whole 1e-8 of a unit fit into an amount. */
  private long units(long amount) {
    if (each <= 0 || amount <= 0) return 0;
    try {
      long units = Exact.over(amount, each);
      return isMore(units, amount) ? units - 1 : units;
    } catch (ExactOverflow noLimit) {
      // There is room for more units than a number holds.
      return Long.MAX_VALUE;
    }
  }

  /** Whether the quotient was rounded up. */
  private boolean isMore(long units, long amount) {
    long high = Math.unsignedMultiplyHigh(units, each);
    long limit = Math.unsignedMultiplyHigh(amount, Exact.ONE);
    return high > limit
        || high == limit && Long.compareUnsigned(units * each, amount * Exact.ONE) > 0;
  }

  /** The difference, or the nearest number to it. */
  private static long less(long a, long b) {
    long difference = a - b;
    if (((a ^ b) & (a ^ difference)) >= 0) return difference;
    return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
