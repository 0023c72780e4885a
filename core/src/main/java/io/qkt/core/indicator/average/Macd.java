package io.qkt.core.indicator.average;

import io.qkt.core.indicator.Ema;
import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;

/** How far a fast average lies above a slow one, the average of that, and the two apart. */
public final class Macd extends NamedIndicator {
  public static final Indicator MACD = new Macd(Output.LINE, "macd",
      "The fast ema less the slow one, defined once its signal is.");
  public static final Indicator SIGNAL = new Macd(Output.SIGNAL, "macd_signal",
      "The ema of macd over the signal period.");
  public static final Indicator HIST = new Macd(Output.HIST, "macd_hist",
      "The distance of macd above macd_signal.");

  private static final int FAST = 1;
  private static final int SLOW = FAST + Ema.DOUBLES;
  private static final int AVERAGE = SLOW + Ema.DOUBLES;

  private final Output output;

  private enum Output {
    LINE, SIGNAL, HIST
  }

  private Macd(Output output, String name, String summary) {
    super(name, summary, Inputs.NUMBER, Parameter.whole("fast", 1), Parameter.whole("slow", 2),
        Parameter.whole("signal", 1));
    this.output = output;
  }

  @Override
  public String misfit(double... args) {
    if (args[1] > args[0])
      return null;
    return "the slow period must be more than the fast one, was %d with a fast one of %d"
        .formatted((long) args[1], (long) args[0]);
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[1] + (int) args[2] - 1;
  }

  @Override
  public int doubles(double... args) {
    return AVERAGE + Ema.DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return 3 * Ema.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    Ema.init(d, dAt + FAST, l, lAt, (long) args[0]);
    Ema.init(d, dAt + SLOW, l, lAt + Ema.LONGS, (long) args[1]);
    Ema.init(d, dAt + AVERAGE, l, lAt + 2 * Ema.LONGS, (long) args[2]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double line = Ema.update(d, dAt + FAST, l, lAt, in[0])
        - Ema.update(d, dAt + SLOW, l, lAt + Ema.LONGS, in[0]);
    double signal = Ema.update(d, dAt + AVERAGE, l, lAt + 2 * Ema.LONGS, line);
    boolean undefined = signal != signal;
    if (undefined)
      return Double.NaN;
    return d[dAt] = switch (output) {
      case LINE -> line;
      case SIGNAL -> signal;
      case HIST -> line - signal;
    };
  }
}
