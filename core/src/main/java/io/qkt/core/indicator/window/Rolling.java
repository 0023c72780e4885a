package io.qkt.core.indicator.window;

import java.util.Arrays;

/**
 * The sum or an extreme of the last n inputs, the current one included, in O(1) and without drift,
 * because nothing is ever subtracted.
 *
 * <p>Inputs come in blocks of n. The window is the end of the block before and the beginning of the
 * one being filled. A cell of the ring holds an input of the block being filled, or what the block
 * before comes to from that cell on; that is made when a block is complete. What left the window
 * has left no trace, however large it was. In the first block the cells are NaN, and so is the
 * answer. It is {@link BlockWindow} for one number, without its calls and copies.
 */
public enum Rolling {
  SUM(0), MAX(Double.NEGATIVE_INFINITY), MIN(Double.POSITIVE_INFINITY);

  public static final int LONGS = 2;

  private static final int FILLED = 0;
  private static final int RING = 1;
  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private final double ofNone;

  Rolling(double ofNone) {
    this.ofNone = ofNone;
  }

  /** How many doubles a window of n takes. */
  public static int doubles(int n) {
    // The cell after the ring stays as it is: after the last one, the block before has no more.
    return Math.addExact(RING + 1, n);
  }

  public void init(double[] d, int dAt, long[] l, int lAt, int n) {
    Arrays.fill(d, dAt, dAt + doubles(n), Double.NaN);
    d[dAt + FILLED] = ofNone;
    d[dAt + RING + n] = ofNone;
    l[lAt + PERIOD] = n;
    l[lAt + NEXT] = 0;
  }

  /** Hot. Takes an input, which must be finite; NaN before there are n. */
  public double update(double[] d, int dAt, long[] l, int lAt, double input) {
    int n = (int) l[lAt + PERIOD];
    int next = (int) l[lAt + NEXT];
    int cell = dAt + RING + next;
    d[cell] = input;
    double filled = d[dAt + FILLED] = with(d[dAt + FILLED], input);
    double all = with(filled, d[cell + 1]);
    l[lAt + NEXT] = next + 1;
    if (next + 1 == n)
      completeBlock(d, dAt, l, lAt, n);
    return all;
  }

  /** What one more makes of it; a constant receiver leaves one of the three. */
  public double with(double one, double other) {
    return this == SUM
        ? one + other
        : this == MAX ? Math.max(one, other) : Math.min(one, other);
  }

  private void completeBlock(double[] d, int dAt, long[] l, int lAt, int n) {
    for (int cell = dAt + RING + n - 1; cell >= dAt + RING; cell--)
      d[cell] = with(d[cell], d[cell + 1]);
    d[dAt + FILLED] = ofNone;
    l[lAt + NEXT] = 0;
  }
}
