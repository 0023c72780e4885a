package io.qkt.core.indicator.statistic;

import java.util.Arrays;

/**
 * Which share of the peers moved over n updates in the direction of the signal. Not moving is a
 * direction too: it is confirmed by peers that did not move.
 *
 * <p>The planner puts the number of inputs first: {@code args[0]} is how many there are, the signal
 * among them, and {@code args[1]} is n. A row with an undefined input is passed over as a whole.
 */
public final class ConfirmRatio extends Statistic {
  public static final ConfirmRatio CONFIRM_RATIO = new ConfirmRatio();

  private static final int ROWS = 1;
  private static final int INPUTS = 0;
  private static final int PERIOD = 1;
  private static final int NEXT = 2;

  private ConfirmRatio() {
    super("confirm_ratio",
        "The share of peers that moved over n bars in the same direction as the signal.",
        Inputs.NUMBERS, Parameter.whole("n", 1));
  }

  @Override
  public String misfit(double... args) {
    return args[0] >= 2 ? null
        : "the inputs of confirm_ratio must be a signal and at least one peer, were %d"
            .formatted((long) args[0]);
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[1] + 1;
  }

  @Override
  public int doubles(double... args) {
    return Math.addExact(ROWS, Math.multiplyExact((int) args[0], (int) args[1]));
  }

  @Override
  public int longs(double... args) {
    return 3;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    Arrays.fill(d, dAt, dAt + doubles(args), Double.NaN);
    l[lAt + INPUTS] = (long) args[0];
    l[lAt + PERIOD] = (long) args[1];
    l[lAt + NEXT] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int inputs = (int) l[lAt + INPUTS];
    if (anyUndefined(in, inputs))
      return Double.NaN;
    int next = (int) l[lAt + NEXT];
    int row = dAt + ROWS + next * inputs;
    boolean full = d[row] == d[row];
    if (full)
      d[dAt] = (double) confirming(d, row, in, inputs) / (inputs - 1);
    System.arraycopy(in, 0, d, row, inputs);
    l[lAt + NEXT] = next + 1 == l[lAt + PERIOD] ? 0 : next + 1;
    return d[dAt];
  }

  private static int confirming(double[] d, int row, double[] in, int inputs) {
    double direction = Math.signum(in[0] - d[row]);
    int count = 0;
    for (int i = 1; i < inputs; i++)
      if (Math.signum(in[i] - d[row + i]) == direction)
        count++;
    return count;
  }
}
