package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.NamedIndicator;

/** What every indicator of this package calls undefined, and what it calls flat. */
abstract class Statistic extends NamedIndicator {
  Statistic(String name, String summary, Inputs inputs, Parameter... parameters) {
    super(name, summary, inputs, parameters);
  }

  /** Also true for infinities, which no window could ever get rid of. */
  static boolean undefined(double input) {
    return input - input != 0;
  }

  static boolean anyUndefined(double[] row, int inputs) {
    for (int i = 0; i < inputs; i++)
      if (undefined(row[i]))
        return true;
    return false;
  }

  /** The value, or undefined if it is beyond what a double holds. */
  static double finite(double value) {
    return value - value == 0 ? value : Double.NaN;
  }

  /**
   * Whether n values of this sum of squared deviations count as all equal at this level: their
   * spread is within 1e-12 of it, where the language calls two numbers equal. An exact test for
   * zero would divide by what rounding left in the values of a nested indicator.
   */
  static boolean flat(double squares, int n, double level) {
    return squares <= 1e-24 * level * level * n;
  }
}
