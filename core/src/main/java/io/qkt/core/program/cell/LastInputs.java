package io.qkt.core.program.cell;

import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.window.Rolling;
import io.qkt.core.program.function.ScalarMath;

/** A sum or an extreme of the last n inputs, this one included. */
final class LastInputs extends NamedIndicator {
  private static final int WINDOW = 1;

  private final Rolling rolling;

  LastInputs(Rolling rolling, String name, String what) {
    super(name, "The " + what + " of the last n values.", Inputs.NUMBER, Parameter.whole("n", 1));
    this.rolling = rolling;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return WINDOW + Rolling.doubles((int) args[0]);
  }

  @Override
  public int longs(double... args) {
    return Rolling.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    rolling.init(d, dAt + WINDOW, l, lAt, (int) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    if (in[0] - in[0] != 0) return Double.NaN;
    double all = rolling.update(d, dAt + WINDOW, l, lAt, in[0]);
    return d[dAt] = ScalarMath.finite(all);
  }
}
