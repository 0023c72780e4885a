package io.qkt.core.indicator.candle;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.NamedIndicator;
import io.qkt.core.indicator.Wilder;
import io.qkt.core.indicator.average.Atr;

/**
 * Wilder's directional movement: how much of the true range went up, how much down, and how far the
 * two have been apart.
 *
 * <p>Of two equal moves neither counts. Differences of prices in binary fractions hardly ever come
 * out equal, so moves count as equal within a millionth of a millionth of the price. Where there is
 * no range there is no direction either: the indicators are 0.
 */
public final class Adx extends NamedIndicator {
  public static final Indicator ADX = new Adx(Output.ADX, "adx",
      "Wilder's average directional index, 0 to 100.");
  public static final Indicator PLUS_DI = new Adx(Output.PLUS, "plus_di",
      "The share of the true range that went up, 0 to 100, defined once adx is.");
  public static final Indicator MINUS_DI = new Adx(Output.MINUS, "minus_di",
      "The share of the true range that went down, 0 to 100, defined once adx is.");

  private static final double EQUAL = 1e-12;
  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int CLOSE = 3;
  private static final int UP = 4;
  private static final int DOWN = UP + Wilder.DOUBLES;
  private static final int RANGE = DOWN + Wilder.DOUBLES;
  private static final int INDEX = RANGE + Wilder.DOUBLES;

  private final Output output;

  private enum Output {
    ADX, PLUS, MINUS
  }

  private Adx(Output output, String name, String summary) {
    super(name, summary, Inputs.CANDLE, Parameter.whole("n", 1));
    this.output = output;
  }

  @Override
  public int warmUp(double... args) {
    return 2 * (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return INDEX + Wilder.DOUBLES;
  }

  @Override
  public int longs(double... args) {
    return 4 * Wilder.LONGS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    for (int i = 0; i < UP; i++)
      d[dAt + i] = Double.NaN;
    for (int i = 0; i < 4; i++)
      Wilder.init(d, dAt + UP + i * Wilder.DOUBLES, l, lAt + i * Wilder.LONGS, (long) args[0]);
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    // NaN at the first bar, which the averages then do not take.
    double range = Atr.trueRange(in[1], in[2], d[dAt + CLOSE]);
    double rise = in[1] - d[dAt + HIGH];
    double fall = d[dAt + LOW] - in[2];
    for (int i = HIGH; i <= CLOSE; i++)
      d[dAt + i] = in[i];
    double least = EQUAL * Math.abs(in[1]);
    double up = Wilder.update(d, dAt + UP, l, lAt, move(rise, fall, least));
    double down = Wilder.update(d, dAt + DOWN, l, lAt + Wilder.LONGS, move(fall, rise, least));
    double all = Wilder.update(d, dAt + RANGE, l, lAt + 2 * Wilder.LONGS, range);
    return d[dAt] = output(d, dAt, l, lAt, share(up, all), share(down, all));
  }

  private double output(double[] d, int dAt, long[] l, int lAt, double plus, double minus) {
    double apart = share(Math.abs(plus - minus), plus + minus);
    double adx = Wilder.update(d, dAt + INDEX, l, lAt + 3 * Wilder.LONGS, apart);
    boolean undefined = adx != adx;
    if (undefined)
      return adx;
    return switch (output) {
      case ADX -> adx;
      case PLUS -> plus;
      case MINUS -> minus;
    };
  }

  /** The move in one direction, if it is one and the greater of the two; NaN if they are. */
  private static double move(double one, double other, double least) {
    return one - Math.max(other, 0) <= least ? 0 : one;
  }

  private static double share(double part, double all) {
    return all == 0 ? 0 : 100 * part / all;
  }
}
