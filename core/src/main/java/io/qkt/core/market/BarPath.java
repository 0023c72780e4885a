package io.qkt.core.market;

/**
 * How a market may have gone through a bar of which only four prices are known: from its open at
 * once to the extreme that hurts the position, from there to the other one, and to its close. Who
 * is flat counts as long. So no result of a backtest rests on luck within a bar.
 */
public final class BarPath {
  public static final int CORNERS = 4;

  private static final int CLOSE = CORNERS - 1;
  private static final long BEFORE_END_MICROS = 1_000;

  private BarPath() {}

  /** When a corner is reached: at 0, 1/4 and 1/2 of the bar, and 1 ms before its end. */
  public static long time(long openTime, long micros, int corner) {
    requireCorner(corner);
    return corner == CLOSE
        ? openTime + micros - BEFORE_END_MICROS
        : openTime + corner * (micros / CORNERS);
  }

  /**
   * The price of a corner. Whether the position is short is to be asked anew once the market has
   * been at the open, which may have changed it, and then for all corners the same.
   */
  public static long price(long open, long high, long low, long close, boolean shortPosition,
      int corner) {
    requireCorner(corner);
    if (corner == 0)
      return open;
    if (corner == CLOSE)
      return close;
    return shortPosition == (corner == 1) ? high : low;
  }

  public static PriceSource source(Bar bar, int corner) {
    requireCorner(corner);
    if (corner > 0) return PriceSource.BAR_PATH;
    boolean isHole = bar.prevOpenTime() != Bar.NONE
        && bar.prevOpenTime() + bar.key().timeframe().micros() != bar.openTime();
    return isHole ? PriceSource.BAR_GAP : PriceSource.BAR_OPEN;
  }

  private static void requireCorner(int corner) {
    if (corner < 0 || corner >= CORNERS) {
      throw new IllegalArgumentException(
          "a corner of a bar must be between 0 and 3, was %d".formatted(corner));
    }
  }
}
