package io.qkt.core.indicator.statistic;

import java.util.Arrays;

/** The simple returns of a column of rows, from the definition. */
final class Returns {
  private Returns() {}

  /** The last n, or null if there are fewer or the latest is undefined: it does not count. */
  static double[] last(double[][] rows, int n) {
    var returns = new double[rows.length];
    int count = 0;
    boolean latest = false;
    for (int i = 1; i < rows.length; i++) {
      double gain = (rows[i][0] - rows[i - 1][0]) / rows[i - 1][0];
      latest = Double.isFinite(gain);
      if (latest)
        returns[count++] = gain;
    }
    return !latest || count < n ? null : Arrays.copyOfRange(returns, count - n, count);
  }
}
