package io.qkt.core.market;

import io.qkt.core.money.Exact;
import java.time.DayOfWeek;

/**
 * What a venue says of one of its instruments; amounts at scale 8, 0 where there is no such rule.
 *
 * @param contractSize how many units of the underlying one lot is
 * @param volumeStep the grid of quantities
 * @param pointSize the grid of prices, and the unit of everything that is named in points
 * @param digits how many decimals a price has
 * @param stopsLevelPoints how far from the market a stop or limit must lie at least
 * @param commissionPerLot charged at each execution, in account currency
 * @param swapLongPoints gained a lot and night by a long position, negative where it pays
 * @param swapTripleDay the day whose night counts three times, or null
 * @param currency in which prices and profits are, empty for that of the account
 */
public record InstrumentSpec(long contractSize, long volumeStep, long volumeMin, long volumeMax,
    long pointSize, int digits, int stopsLevelPoints, long commissionPerLot, long slippagePoints,
    long swapLongPoints, long swapShortPoints, DayOfWeek swapTripleDay, int swapRolloverHourUtc,
    String currency) {

  /** An instrument of which nothing is known: one unit a lot, no grids, no costs. */
  public static final InstrumentSpec PLAIN = plain(Exact.ONE, 0, 0);

  /** One with grids and no costs. */
  public static InstrumentSpec plain(long contractSize, long volumeStep, long pointSize) {
    return new InstrumentSpec(contractSize, volumeStep, volumeStep, 0, pointSize, 8, 0, 0, 0, 0, 0,
        null, 0, "");
  }

  /** Whether a position that is held over night gains or pays for it. */
  public boolean hasSwaps() {
    return swapLongPoints != 0 || swapShortPoints != 0;
  }

  /** {@code quantity} brought down to the grid of quantities; 0 if that is below the least. */
  public long lots(long quantity) {
    long onGrid = volumeStep == 0 ? quantity : Exact.floorToStep(quantity, volumeStep);
    return onGrid < volumeMin ? 0 : onGrid;
  }
}
