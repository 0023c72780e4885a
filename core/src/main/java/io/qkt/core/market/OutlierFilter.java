package io.qkt.core.market;

/**
 * Tells a mistaken price from a market that moved. A price more than a fifth away from the last one
 * is refused while that one is fresh; the third in a row that agrees with the first of them is
 * believed.
 */
final class OutlierFilter {
  private static final long FRESH_MICROS = 60_000_000L;
  private static final int AGREEING = 3;

  private long lastPrice;
  private long lastTime;
  private long outlierPrice;
  private int outliers;

  /** Hot: runs once for each quote and timeframe. */
  boolean admits(long price, long time) {
    if (lastPrice == 0 || isNear(price, lastPrice) || time - lastTime > FRESH_MICROS)
      return accept(price, time);
    if (outliers == 0 || !isNear(price, outlierPrice)) {
      outlierPrice = price;
      outliers = 0;
    }
    outliers++;
    return outliers == AGREEING && accept(price, time);
  }

  private boolean accept(long price, long time) {
    lastPrice = price;
    lastTime = time;
    outliers = 0;
    return true;
  }

  private static boolean isNear(long price, long reference) {
    // For whole numbers the truncated fifth decides like the exact one.
    return Math.abs(price - reference) <= reference / 5;
  }
}
