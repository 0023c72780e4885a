package io.qkt.core.position;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;

/**
 * What a position would make, in 128 bits, where they give the same as all of them: in the
 * account's currency, with a contract size in whole units, and with amounts of the usual size. It
 * runs on every tick.
 */
final class QuickValue {
  /** In whole units of the underlying a lot, or 0. */
  private final long contractUnits;
  private final Wide scaled = new Wide();
  private boolean fits;
  private long units;
  private long costHigh;
  private long costLow;

  QuickValue(InstrumentSpec spec) {
    long size = spec.contractSize();
    contractUnits = size % Exact.ONE == 0 ? size / Exact.ONE : 0;
  }

  void moved(Wide quantity, Wide cost) {
    scaled.set(quantity).times(contractUnits);
    fits = contractUnits != 0 && scaled.fits();
    units = scaled.low();
    scaled.set(cost).times(contractUnits);
    fits &= scaled.fitsTwo();
    costHigh = scaled.high();
    costLow = scaled.low();
  }

  boolean isExactAt(long rate) {
    return fits && rate == Exact.ONE;
  }

  long at(long price) {
    return Exact.timesMinus(units, price, costHigh, costLow);
  }
}
