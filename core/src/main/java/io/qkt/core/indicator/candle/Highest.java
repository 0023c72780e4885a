package io.qkt.core.indicator.candle;

import java.util.Arrays;

/**
 * The highest of the last n inputs, the current one included, in O(1): the lowest is found by
 * turning the sign twice.
 *
 * <p>Inputs come in blocks of n. The window is the end of the block before and the beginning of the
 * one being filled. A cell of the ring holds an input of the block being filled, or the highest of
 * the block before from that cell on, made when it was complete. In the first block the cells are
 * NaN, and so is the answer.
 */
final class Highest {
  static final int LONGS = 2;

  private static final int FILLED = 0;
  private static final int RING = 1;
  private static final int PERIOD = 0;
  private static final int NEXT = 1;

  private Highest() {}

  /** How many doubles it takes; the last one stays below everything. */
  static int size(int period) {
    return RING + period + 1;
  }

  static void init(double[] d, int dAt, long[] l, int lAt, int period) {
    Arrays.fill(d, dAt, dAt + size(period), Double.NaN);
    d[dAt + FILLED] = Double.NEGATIVE_INFINITY;
    d[dAt + RING + period] = Double.NEGATIVE_INFINITY;
    l[lAt + PERIOD] = period;
    l[lAt + NEXT] = 0;
  }

  /** Hot. */
  static double update(double[] d, int dAt, long[] l, int lAt, double input) {
    int period = (int) l[lAt + PERIOD];
    int next = (int) l[lAt + NEXT];
    int cell = dAt + RING + next;
    d[cell] = input;
    double filled = d[dAt + FILLED] = Math.max(d[dAt + FILLED], input);
    double highest = Math.max(filled, d[cell + 1]);
    l[lAt + NEXT] = next + 1;
    if (next + 1 == period)
      completeBlock(d, dAt, l, lAt, period);
    return highest;
  }

  private static void completeBlock(double[] d, int dAt, long[] l, int lAt, int period) {
    for (int cell = dAt + RING + period - 1; cell >= dAt + RING; cell--)
      d[cell] = Math.max(d[cell], d[cell + 1]);
    d[dAt + FILLED] = Double.NEGATIVE_INFINITY;
    l[lAt + NEXT] = 0;
  }
}
