package io.qkt.core.indicator.session;

/**
 * The mean, or the sample standard deviation, of high less low over the last n earlier bars that
 * opened in the same UTC hour of the day as this one, which itself is not counted.
 *
 * <p>Each hour keeps a window of its own. Its mean and its sum of squared deviations follow a
 * replaced value without looking at the others, and are computed anew from the window every n bars
 * of that hour, and at once when the squares have shrunk a thousandfold since the last time: what
 * is left then would be mostly the rounding of what has gone.
 */
public final class SeasonalRange extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator MEAN = new SeasonalRange("seasonal_range", "mean", 1);
  public static final TimedIndicator STDEV = new SeasonalRange("seasonal_range_stdev",
      "sample standard deviation", 2);

  private static final int HOURS = 24;
  private static final int BLOCKS = 1;
  private static final int MEAN_OF = 0;
  private static final int SQUARES = 1;
  private static final int SQUARES_PEAK = 2;
  private static final int RANGES = 3;
  private static final int N = 0;
  private static final int SEEN = 1;
  private static final double SHRUNK = 1e-3;

  private final int least;

  private SeasonalRange(String name, String what, int least) {
    super(name, "The " + what + " of the ranges of the last n bars in the same UTC hour.",
        Parameter.whole("n", least));
    this.least = least;
  }

  @Override
  public int warmUp(double... args) {
    return (int) args[0] + 1;
  }

  @Override
  public long warmUpMinutes(double... args) {
    return (long) (Utc.DAY_MINUTES * args[0]);
  }

  @Override
  public int doubles(double... args) {
    return (int) (BLOCKS + HOURS * (RANGES + args[0]));
  }

  @Override
  public int longs(double... args) {
    return SEEN + HOURS;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    int end = doubles(args);
    for (int i = 0; i < end; i++)
      d[dAt + i] = 0;
    for (int hour = 0; hour < HOURS; hour++)
      l[lAt + SEEN + hour] = 0;
    d[dAt] = Double.NaN;
    l[lAt + N] = (long) args[0];
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    int hour = Utc.hourOfDay(time);
    int n = (int) l[lAt + N];
    int block = dAt + BLOCKS + hour * (RANGES + n);
    long seen = l[lAt + SEEN + hour]++;
    d[dAt] = seen < n ? Double.NaN : read(d, block, n);
    add(d, block, n, seen, in[HIGH_PRICE] - in[LOW_PRICE]);
    return d[dAt];
  }

  private double read(double[] d, int block, int n) {
    return this == MEAN ? d[block + MEAN_OF] : Math.sqrt(d[block + SQUARES] / (n - 1));
  }

  private static void add(double[] d, int block, int n, long seen, double range) {
    int at = block + RANGES + (int) (seen % n);
    double old = d[at];
    d[at] = range;
    if (seen >= n)
      replace(d, block, n, old, range);
    boolean due = (seen + 1) % n == 0;
    if (due || d[block + SQUARES] < SHRUNK * d[block + SQUARES_PEAK])
      compute(d, block, n);
  }

  private static void replace(double[] d, int block, int n, double old, double range) {
    double before = d[block + MEAN_OF];
    double mean = before + (range - old) / n;
    double squares = d[block + SQUARES] + (range - old) * (range - mean + (old - before));
    d[block + MEAN_OF] = mean;
    d[block + SQUARES] = squares;
    d[block + SQUARES_PEAK] = Math.max(d[block + SQUARES_PEAK], squares);
  }

  private static void compute(double[] d, int block, int n) {
    // Measured from one of them, so that equal ranges have exactly no deviation.
    double first = d[block + RANGES];
    double sum = 0;
    for (int i = 0; i < n; i++)
      sum += d[block + RANGES + i] - first;
    double mean = first + sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double deviation = d[block + RANGES + i] - mean;
      squares += deviation * deviation;
    }
    d[block + MEAN_OF] = mean;
    d[block + SQUARES] = squares;
    d[block + SQUARES_PEAK] = squares;
  }
}
