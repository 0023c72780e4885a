package io.qkt.core.indicator.session;

/**
 * The return since the open of the current bucket of so many minutes.
 *
 * <p>Undefined in a bucket whose first bar does not open exactly where the bucket begins. Decided
 * here: buckets lie on the grid that starts at the epoch, as bars do; where the minutes divide a
 * day that is the same as counting from midnight UTC.
 */
public final class AnchoredReturn extends CandleIndicator implements TimedIndicator {
  public static final TimedIndicator ANCHORED_RETURN = new AnchoredReturn();

  private static final int ORIGIN = 1;
  private static final int LENGTH = 0;
  private static final int BUCKET = 1;

  private AnchoredReturn() {
    super("anchored_return", "The return since the open of the current UTC bucket of minutes.",
        Parameter.whole("minutes", 1));
  }

  @Override
  public int warmUp(double... args) {
    return 1;
  }

  @Override
  public long warmUpMinutes(double... args) {
    return (long) args[0];
  }

  @Override
  public int doubles(double... args) {
    return 2;
  }

  @Override
  public int longs(double... args) {
    return 2;
  }

  @Override
  public void init(double[] d, int dAt, long[] l, int lAt, double... args) {
    d[dAt] = Double.NaN;
    d[dAt + ORIGIN] = Double.NaN;
    l[lAt + LENGTH] = (long) args[0] * Utc.MINUTE;
    l[lAt + BUCKET] = Long.MIN_VALUE;
  }

  @Override
  public double update(double[] d, int dAt, long[] l, int lAt, double[] in, long time) {
    long length = l[lAt + LENGTH];
    long bucket = Math.floorDiv(time, length);
    if (bucket != l[lAt + BUCKET]) {
      l[lAt + BUCKET] = bucket;
      d[dAt + ORIGIN] = bucket * length == time ? in[OPEN] : Double.NaN;
    }
    double ratio = in[CLOSE] / d[dAt + ORIGIN];
    // Also turns the infinity of an origin of zero into undefined.
    return d[dAt] = ratio - ratio == 0 ? ratio - 1 : Double.NaN;
  }
}
