package io.qkt.core.venue;

import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;

/**
 * How much of a real venue a {@link PaperVenue} models. Everything random is a pure function of the
 * seed, the order's id and the number of its execution, so that neither a restart nor another order
 * changes it.
 *
 * @param spread whether a buy pays the ask and a sell gets the bid, a point beside the price where
 * a feed has no sides
 * @param grids whether quantities and prices must lie on the instrument's grids
 * @param slippage whether the instrument's own slippage is added
 * @param randomPointsMax up to how many points of random slippage are added
 * @param latencyMicros how long an order or a cancel is on its way
 * @param stopsLevel whether limits and stops must keep the instrument's distance to the market
 * @param rejectEvery every how many orders one is rejected, 0 for never
 * @param firstPartPercent how much of an order its first execution takes at most, in percent
 */
public record FillTier(String name, boolean spread, boolean grids, boolean slippage,
    int randomPointsMax, long seed, long latencyMicros, boolean stopsLevel, int rejectEvery,
    int firstPartPercent) {
  private static final long MILLIS = 1_000;
  private static final int WHOLE = 100;

  /** The price that was seen is the price of every execution. */
  public static final FillTier PAPER = new FillTier("paper", false, false, false, 0, 0, 0, false, 0,
      WHOLE);
  /** The costs of a retail venue: its spread, its grids, a fixed slippage for each instrument. */
  public static final FillTier MT5_BASIC = new FillTier("mt5-basic", true, true, true, 0, 0, 0,
      false, 0, WHOLE);
  /** And its delay, and the distance that it wants limits and stops to keep. */
  public static final FillTier REALISTIC = new FillTier("realistic", true, true, true, 0, 0,
      250 * MILLIS, true, 0, WHOLE);
  /** A bad day, the same one every time. */
  public static final FillTier STRESS = stress(1);

  public static FillTier stress(long seed) {
    return new FillTier("stress", true, true, false, 20, seed, 500 * MILLIS, true, 10, WHOLE / 2);
  }

  /** When what was sent at an instant is at the venue. */
  long arrivalOf(long sentAt) {
    return Saturated.plus(sentAt, latencyMicros);
  }

  /** By how much the price of an execution is worse than the market. */
  long slippageOf(String cid, long execution, InstrumentSpec spec) {
    long points = slippage ? Math.max(0, spec.slippagePoints()) : 0;
    if (randomPointsMax > 0) points += randomPoints(cid, execution) * Exact.ONE;
    return points == 0 ? 0 : Saturated.times(points, spec.pointSize());
  }

  private long randomPoints(String cid, long execution) {
    long mixed = mixed(seed);
    for (int i = 0; i < cid.length(); i++)
      mixed = mixed(mixed ^ cid.charAt(i));
    return Long.remainderUnsigned(mixed(mixed ^ execution), randomPointsMax + 1L);
  }

  /** One step of SplitMix64. */
  private static long mixed(long state) {
    long z = state + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** How much of {@code left} a first execution takes: on the grid, and never nothing. */
  long firstPartOf(long left, InstrumentSpec spec) {
    if (firstPartPercent >= WHOLE) return left;
    long part = left / WHOLE * firstPartPercent + left % WHOLE * firstPartPercent / WHOLE;
    if (spec.volumeStep() > 0) part = Exact.floorToStep(part, spec.volumeStep());
    return part == 0 ? left : part;
  }
}
