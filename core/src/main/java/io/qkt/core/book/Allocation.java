package io.qkt.core.book;

import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskKey;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Scales children by how much their profit moves from bar to bar, so that a wild one takes less of
 * the risk. The calmest child keeps all of its entries, the others a part: nobody gets more than he
 * proposed. A child whose profit never moved says nothing of its risk and keeps all.
 */
final class Allocation {
  private static final int KEPT = 64;
  private static final int JUDGED_MIN = 16;
  private static final int ERC = 2;
  /** Far more rounds than the iteration needs; a fixed number gives the same bits everywhere. */
  private static final int ROUNDS = 100;

  private final int method;
  private final double targetVol;
  private final long everyBars;
  private final long[] lastProfit;
  private final double[][] returns;
  private final long[] factors;
  private long bars;

  Allocation(RiskLimits limits, int children) {
    method = (int) limits.of(RiskKey.BOOK_ALLOCATION);
    targetVol = Exact.toDouble(limits.of(RiskKey.BOOK_TARGET_VOL_PCT)) / 100;
    everyBars = Math.max(1, limits.of(RiskKey.BOOK_ALLOCATION_BARS));
    lastProfit = new long[children];
    returns = new double[children][KEPT];
    factors = new long[children];
    Arrays.fill(factors, Exact.ONE);
  }

  void onBar(IntToLongFunction profit, long[] base) {
    if (method == 0) return;
    int at = (int) (bars % KEPT);
    for (int child = 0; child < factors.length; child++) {
      long now = profit.applyAsLong(child);
      double change = Exact.toDouble(now) - Exact.toDouble(lastProfit[child]);
      // Without capital there is nothing to be a part of, but the proportions are the same.
      returns[child][at] = base[child] > 0 ? change / Exact.toDouble(base[child]) : change;
      lastProfit[child] = now;
    }
    bars++;
    if (bars >= JUDGED_MIN && bars % everyBars == 0) allocate();
  }

  private void allocate() {
    var covariance = covariance();
    var weights = method == ERC ? equalRisk(covariance) : inverse(covariance);
    double largest = Arrays.stream(weights).max().orElse(0);
    double scale = largest > 0 ? calming(covariance, weights, largest) / largest : 0;
    for (int child = 0; child < factors.length; child++)
      factors[child] = factor(weights[child] * scale);
  }

  /** What is no share, for want of any movement or for too much of it, leaves all. */
  private static long factor(double share) {
    return share > 0 && share < 1 ? Exact.ofDouble(share) : Exact.ONE;
  }

  private double[][] covariance() {
    int size = (int) Math.min(bars, KEPT);
    var centered = new double[returns.length][size];
    for (int child = 0; child < returns.length; child++) {
      double sum = 0;
      for (int i = 0; i < size; i++)
        sum += returns[child][i];
      for (int i = 0; i < size; i++)
        centered[child][i] = returns[child][i] - sum / size;
    }
    var covariance = new double[returns.length][returns.length];
    for (int a = 0; a < returns.length; a++)
      for (int b = 0; b < returns.length; b++)
        covariance[a][b] = product(centered[a], centered[b]) / size;
    return covariance;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++)
      sum += a[i] * b[i];
    return sum;
  }

  private static double[] inverse(double[][] covariance) {
    var weights = new double[covariance.length];
    for (int i = 0; i < weights.length; i++)
      weights[i] = covariance[i][i] > 0 ? 1 / StrictMath.sqrt(covariance[i][i]) : 0;
    return weights;
  }

  /**
   * Weights by which each child contributes as much to the variance as any other: each in turn
   * solves {@code weight * (covariance * weights) = 1} for itself while the others stand.
   */
  private static double[] equalRisk(double[][] covariance) {
    var weights = inverse(covariance);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < weights.length; i++) {
        double own = covariance[i][i];
        if (!(own > 0)) continue;
        double others = product(covariance[i], weights) - own * weights[i];
        weights[i] = (StrictMath.sqrt(others * others + 4 * own) - others) / (2 * own);
      }
    }
    return weights;
  }

  /** By how much all must shrink for the book to move no more than its target in a bar. */
  private double calming(double[][] covariance, double[] weights, double largest) {
    if (targetVol == 0) return 1;
    double variance = 0;
    for (int i = 0; i < weights.length; i++)
      variance += weights[i] / largest * product(covariance[i], weights) / largest;
    return variance > 0 ? Math.min(1, targetVol / StrictMath.sqrt(variance)) : 1;
  }

  long factor(int child) {
    return factors[child];
  }

  void write(StateWriter to) {
    to.add(bars);
    for (int child = 0; child < factors.length; child++) {
      to.add(factors[child]).add(lastProfit[child]);
      for (double change : returns[child])
        to.add(change);
    }
  }

  void read(StateReader from) {
    bars = from.word();
    for (int child = 0; child < factors.length; child++) {
      factors[child] = from.word();
      lastProfit[child] = from.word();
      for (int i = 0; i < KEPT; i++)
        returns[child][i] = from.number();
    }
  }
}
