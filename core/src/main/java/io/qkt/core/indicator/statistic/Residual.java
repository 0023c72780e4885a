package io.qkt.core.indicator.statistic;

import io.qkt.core.indicator.window.BlockWindow;
import io.qkt.core.indicator.window.Moments;
import java.util.Arrays;

/**
 * What is left of the latest y once the least-squares fit of y to the x's, with an intercept, over
 * the last n rows is taken away.
 *
 * <p>The planner puts the number of inputs first: {@code args[0]} is how many there are, y among
 * them, and {@code args[1]} is n. A row with an undefined input is passed over as a whole.
 *
 * <p>The moments of the window are kept in O(1), see BlockWindow, and the normal equations around
 * the means are solved at each update. They are symmetric and positive, so the diagonal gives the
 * pivots. One below 1e-12 of the variance it began with says that this x is a combination of those
 * before it, and the answer is undefined. The threshold is relative, so that it means the same for
 * a currency and for an index.
 */
public final class Residual extends Statistic {
  public static final Residual RESID = new Residual();

  private static final double PIVOT_LEAST = 1e-12;
  private static final int WINDOW = 1;
  private static final int INPUTS = 0;
  private static final int PERIOD = 1;
  private static final int WINDOW_AT = 2;

  private Residual() {
    super("resid", "What the least-squares fit to the other inputs leaves of the latest y;"
        + " undefined where they do not determine it.", Inputs.NUMBERS, Parameter.whole("n", 3));
  }

  @Override
  public String misfit(double... args) {
    if (args[0] < 2)
      return "the inputs of resid must be y and at least one x, were %d".formatted((long) args[0]);
    return args[1] > args[0] ? null
        : "n of resid must be greater than its number of inputs, %d, was %d"
            .formatted((long) args[0], (long) args[1]);
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[1];
  }

  @Override
  public int doubles(double... args) {
    int inputs = (int) args[0];
    return equations(WINDOW, inputs, (int) args[1]) + inputs * inputs;
  }

  @Override
  public int longs(double... args) {
    return WINDOW_AT + BlockWindow.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    Arrays.fill(d, dAt, dAt + doubles(args), 0);
    d[dAt] = Double.NaN;
    l[lAt + INPUTS] = (long) args[0];
    l[lAt + PERIOD] = (long) args[1];
    Moments.WINDOW.init(d, dAt + WINDOW, l, lAt + WINDOW_AT, (int) args[1], (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int inputs = (int) l[lAt + INPUTS];
    int window = dAt + WINDOW;
    if (anyUndefined(in, inputs) || !Moments.WINDOW.add(d, window, l, lAt + WINDOW_AT, in))
      return Double.NaN;
    int n = (int) l[lAt + PERIOD];
    int equations = equations(window, inputs, n);
    write(d, window, equations, inputs, in);
    return d[dAt] = eliminate(d, window, equations, inputs, n) ? finite(left(d, equations, inputs))
        : Double.NaN;
  }

  /**
   * The products of the x's and, in the last column, theirs with y; below them the deviations of
   * the latest row. Once the x's are eliminated from all rows, that of y has become the residual:
   * there is nothing to substitute back.
   */
  private static void write(double[] d, int window, int equations, int inputs, double[] in) {
    int at = equations;
    for (int i = 1; i < inputs; i++) {
      for (int j = 1; j < inputs; j++)
        d[at++] = d[window + Moments.product(inputs, Math.min(i, j), Math.max(i, j))];
      d[at++] = d[window + Moments.product(inputs, 0, i)];
    }
    for (int i = 1; i < inputs; i++)
      d[at++] = in[i] - d[window + i];
    d[at] = in[0] - d[window];
  }

  /** False if an x is flat or a combination of others. */
  private static boolean eliminate(double[] d, int window, int equations, int inputs, int n) {
    for (int i = 0; i < inputs - 1; i++) {
      double squares = d[window + Moments.product(inputs, i + 1, i + 1)];
      double pivot = d[equations + i * inputs + i];
      // Worded so that a pivot that is not a number is none.
      if (flat(squares, n, d[window + i + 1]) || !(pivot > PIVOT_LEAST * squares))
        return false;
      for (int row = i + 1; row < inputs; row++)
        subtract(d, equations, inputs, i, row);
    }
    return true;
  }

  private static void subtract(double[] d, int equations, int inputs, int from, int row) {
    int source = equations + from * inputs;
    int target = equations + row * inputs;
    double share = d[target + from] / d[source + from];
    for (int j = from; j < inputs; j++)
      d[target + j] -= share * d[source + j];
  }

  private static double left(double[] d, int equations, int inputs) {
    return d[equations + inputs * inputs - 1];
  }

  private static int equations(int window, int inputs, int n) {
    return window + Moments.WINDOW.doubles(n, inputs);
  }
}
