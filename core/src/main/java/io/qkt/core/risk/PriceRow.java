package io.qkt.core.risk;

import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;

/**
 * The last prices, and whether the next one fits among them. Outliers stay out of the row, but the
 * third in a row that agrees with the first of them is believed: then the market has moved, and
 * those three begin a new row.
 */
final class PriceRow {
  private static final int KEPT = 64;
  private static final int JUDGED_MIN = 16;
  private static final double SIGMAS_SQUARED = 36;
  private static final int AGREEING = 3;

  private final double[] prices = new double[KEPT];
  private int next;
  private int count;
  private final double[] outliers = new double[AGREEING];
  private int outlierCount;

  /** Hot: runs once for each quote. */
  boolean admits(double price) {
    if (count < JUDGED_MIN || fits(price, mean())) {
      outlierCount = 0;
      keep(price);
      return true;
    }
    if (outlierCount > 0 && !fits(price, outliers[0])) outlierCount = 0;
    outliers[outlierCount++] = price;
    return outlierCount == AGREEING && beginAnew();
  }

  private boolean beginAnew() {
    next = 0;
    count = 0;
    outlierCount = 0;
    for (double price : outliers)
      keep(price);
    return true;
  }

  private void keep(double price) {
    prices[next] = price;
    next = (next + 1) % KEPT;
    count = Math.min(count + 1, KEPT);
  }

  private boolean fits(double price, double center) {
    double variance = variance();
    // Prices that never moved say nothing of how far one may.
    return variance == 0 || (price - center) * (price - center) <= SIGMAS_SQUARED * variance;
  }

  /** Summed as distances from one of them, so that equal prices have exactly no variance. */
  private double mean() {
    double sum = 0;
    for (int i = 0; i < count; i++)
      sum += prices[i] - prices[0];
    return prices[0] + sum / count;
  }

  private double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < count; i++)
      sum += (prices[i] - mean) * (prices[i] - mean);
    return sum / count;
  }

  void write(StateWriter to) {
    to.add(next).add(count).add(outlierCount);
    for (double price : prices)
      to.add(price);
    for (double price : outliers)
      to.add(price);
  }

  void read(StateReader from) {
    next = from.count();
    count = from.count();
    outlierCount = from.count();
    for (int i = 0; i < KEPT; i++)
      prices[i] = from.number();
    for (int i = 0; i < AGREEING; i++)
      outliers[i] = from.number();
  }
}
