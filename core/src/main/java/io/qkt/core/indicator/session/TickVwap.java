package io.qkt.core.indicator.session;

import io.qkt.core.indicator.Indicator;
import java.util.List;

/**
 * The mean price of the last n ticks that carry volume, weighted by it.
 *
 * <p>Decided here: a tick whose volume is zero or less is none of the n and leaves the value as it
 * is; an undefined price or volume is an undefined input. The two sums lose the oldest tick and
 * gain the newest, and are computed anew from the window every n ticks, and at once when the volume
 * has shrunk a thousandfold since the last time: what is left then would be mostly the rounding of
 * what has gone.
 */
public final class TickVwap implements Indicator {
  public static final Indicator VWAP = new TickVwap();

  private static final int PRODUCTS_SUM = 1;
  private static final int VOLUME_SUM = 2;
  private static final int VOLUME_PEAK = 3;
  private static final int TICKS = 4;
  private static final int N = 0;
  private static final int SEEN = 1;
  private static final double SHRUNK = 1e-3;

  private TickVwap() {}

  @Override
  public String name() {
    return "vwap";
  }

  @Override
  public String summary() {
    return "The volume-weighted mean price of the last n ticks that carry volume.";
  }

  @Override
  public Inputs inputs() {
    return Inputs.TICK;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.whole("n", 1));
  }

  @Override
  public boolean needsVolume() {
    return true;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0];
  }

  @Override
  public int doubles(double... args) {
    return (int) (TICKS + 2 * args[0]);
  }

  @Override
  public int longs(double... args) {
    return 2;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int end = doubles(args);
    for (int i = 0; i < end; i++)
      d[dAt + i] = 0;
    d[dAt] = Double.NaN;
    l[lAt + N] = (long) args[0];
    l[lAt + SEEN] = 0;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    double price = in[0];
    double volume = in[1];
    if (price - price != 0 || volume - volume != 0)
      return Double.NaN;
    if (volume > 0)
      add(d, dAt, l, lAt, price, volume);
    return d[dAt];
  }

  private static void add(double[] d, int dAt, long[] l, int lAt, double price, double volume) {
    int n = (int) l[lAt + N];
    long seen = l[lAt + SEEN]++;
    int at = dAt + TICKS + 2 * (int) (seen % n);
    // While the window fills, what goes is nothing at nothing.
    d[dAt + PRODUCTS_SUM] += price * volume - d[at] * d[at + 1];
    d[dAt + VOLUME_SUM] += volume - d[at + 1];
    d[dAt + VOLUME_PEAK] = Math.max(d[dAt + VOLUME_PEAK], d[dAt + VOLUME_SUM]);
    d[at] = price;
    d[at + 1] = volume;
    boolean shrunk = d[dAt + VOLUME_SUM] < SHRUNK * d[dAt + VOLUME_PEAK];
    if (shrunk || (seen + 1) % n == 0)
      compute(d, dAt, n);
    if (seen + 1 >= n)
      d[dAt] = d[dAt + PRODUCTS_SUM] / d[dAt + VOLUME_SUM];
  }

  private static void compute(double[] d, int dAt, int n) {
    double products = 0;
    double volume = 0;
    for (int i = 0, at = dAt + TICKS; i < n; i++, at += 2) {
      products += d[at] * d[at + 1];
      volume += d[at + 1];
    }
    d[dAt + PRODUCTS_SUM] = products;
    d[dAt + VOLUME_SUM] = volume;
    d[dAt + VOLUME_PEAK] = volume;
  }
}
