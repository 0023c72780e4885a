package io.qkt.core.program;

import java.util.Arrays;

/**
 * Everything an evaluation reads and remembers. State lives in two flat arrays whose layout the
 * program fixes, so that copying them is a snapshot and hashing them is a proof.
 */
public final class Frame {
  final double[] doubles;
  final long[] longs;
  final double[] input = new double[1];
  long openTime;
  long position;

  Frame(int doubleCount, int longCount) {
    doubles = new double[doubleCount];
    longs = new long[longCount];
    Arrays.fill(doubles, Double.NaN);
  }

  /** Shows the frame a new bar, and the owner's working position at scale 8. */
  public void show(double close, long barOpenTime, long workingPosition) {
    input[0] = close;
    openTime = barOpenTime;
    position = workingPosition;
  }

  public void position(long workingPosition) {
    position = workingPosition;
  }

  public int doubleCount() {
    return doubles.length;
  }

  public double doubleAt(int slot) {
    return doubles[slot];
  }

  public int longCount() {
    return longs.length;
  }

  public long longAt(int slot) {
    return longs[slot];
  }
}
