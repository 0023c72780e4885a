package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;
import java.util.OptionalLong;

/**
 * How much an amount of account currency buys or risks, cut off at the last digit of an exact
 * number and not yet on the grid of quantities. The answer is 0 where nothing is left, and empty
 * where a price, distance or rate is missing (that is, not above 0) or the quantity is beyond a
 * long: both refuse the order.
 */
public final class PositionSizing {
  private PositionSizing() {}

  /** As much as costs {@code amount} at {@code entry}. */
  public static OptionalLong byNotional(long amount, long entry, long rate, InstrumentSpec spec) {
    return lots(amount, entry, rate, spec);
  }

  /** As much as loses {@code amount} when the price goes {@code stopDistance} against it. */
  public static OptionalLong byRisk(long amount, long stopDistance, long rate,
      InstrumentSpec spec) {
    return lots(amount, stopDistance, rate, spec);
  }

  /** {@code percent} hundredths of {@code base}, rounded towards 0. */
  public static OptionalLong percent(long percent, long base) {
    return inLong(new Wide().set(base).times(percent).wholeOver(100 * Exact.ONE));
  }

  /** {@code fraction} of {@code base}, rounded towards 0. */
  public static OptionalLong fraction(long fraction, long base) {
    return inLong(new Wide().set(base).times(fraction).wholeOver(Exact.ONE));
  }

  private static OptionalLong lots(long amount, long price, long rate, InstrumentSpec spec) {
    if (price <= 0 || rate <= 0 || spec.contractSize() <= 0) return OptionalLong.empty();
    if (amount <= 0) return OptionalLong.of(0);
    var quantity = new Wide().set(amount).times(Exact.ONE).times(Exact.ONE).times(Exact.ONE);
    // Cutting off three fractions in turn is the same as cutting off that of the whole quotient.
    quantity.wholeOver(price).wholeOver(spec.contractSize()).wholeOver(rate);
    return quantity.fits()
        ? OptionalLong.of(quantity.saturated())
        : OptionalLong.empty();
  }

  private static OptionalLong inLong(Wide value) {
    return value.fits() ? OptionalLong.of(value.saturated()) : OptionalLong.empty();
  }
}
