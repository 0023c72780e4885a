package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.Ring;
import io.qkt.core.indicator.window.Rolling;

/**
 * Kaufman's efficiency ratio: how far the input came in n steps, as a share of the path it took.
 * The path is a sum of the window that never subtracts, see Rolling; O(1).
 */
public final class EfficiencyRatio extends Statistic {
  public static final EfficiencyRatio ER = new EfficiencyRatio();

  private static final int PREVIOUS = 1;
  private static final int WINDOW = 2;

  private EfficiencyRatio() {
    super("er", "The distance covered in n steps as a share of the path taken; 0 without a path.",
        Inputs.NUMBER, Parameter.whole("n", 2));
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public int doubles(double... args) {
    int n = (int) args[0];
    return Math.addExact(WINDOW + n, Rolling.doubles(n));
  }

  @Override
  public int longs(double... args) {
    return 1 + Ring.LONGS + Rolling.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int n = (int) args[0];
    d[dAt] = Double.NaN;
    d[dAt + PREVIOUS] = Double.NaN;
    l[lAt] = n;
    Ring.init(d, dAt + WINDOW, l, lAt + 1, n);
    Rolling.SUM.init(d, dAt + WINDOW + n, l, lAt + 1 + Ring.LONGS, n);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double input = in[0];
    if (undefined(input))
      return Double.NaN;
    double previous = d[dAt + PREVIOUS];
    d[dAt + PREVIOUS] = input;
    double first = Ring.replace(d, dAt + WINDOW, l, lAt + 1, input);
    if (previous != previous)
      return Double.NaN;
    int path = dAt + WINDOW + (int) l[lAt];
    double step = Math.abs(input - previous);
    double length = Rolling.SUM.update(d, path, l, lAt + 1 + Ring.LONGS, step);
    if (length != length)
      return Double.NaN;
    return d[dAt] = answer(Math.abs(input - first), length);
  }

  /** The rounding of the sum must not make a straight path shorter than its distance. */
  private static double answer(double distance, double path) {
    return path == 0 ? 0 : finite(Math.min(1, distance / path));
  }
}
