package io.qkt.core.indicator.window;

import java.util.Arrays;

/**
 * A summary (moments, products) of the last n rows, without drift.
 *
 * <p>Nothing is ever subtracted. Rows come in blocks of n. The window is a suffix of the block
 * before and a prefix of the one being filled, and its summary is those of the two, merged. The
 * prefix is extended row by row; the suffixes are all made at once when a block is complete, from
 * its end to its beginning. So an update costs two merges, every n-th one n more, and what left the
 * window (an outlier, an overflow) has left no trace. Each cell is used twice: it holds a row of
 * the block being filled, or the summary of the suffix of the block before that begins there.
 *
 * <p>A row lies in the first {@code variables} places of a summary; the rest are zero.
 */
public abstract class BlockWindow {
  public static final int LONGS = 4;

  private static final int ROWS = 0;
  private static final int VARIABLES = 1;
  private static final int FILLED = 2;
  private static final int FOLLOWS = 3;

  /** How many doubles a summary of rows of so many variables has. */
  protected abstract int size(int variables);

  /**
   * Puts the summary of {@code aRows} rows at {@code a}, followed by {@code bRows} rows at {@code
   * b}, into {@code into}, which may be {@code a} or {@code b}.
   */
  protected abstract void merge(double[] d, int into, int a, double aRows, int b, double bRows,
      int variables);

  public final int doubles(int rows, int variables) {
    return Math.multiplyExact(rows + 2, size(variables));
  }

  public final void init(double[] d, int dAt, long[] l, int lAt, int rows, int variables) {
    Arrays.fill(d, dAt, dAt + doubles(rows, variables), 0);
    l[lAt + ROWS] = rows;
    l[lAt + VARIABLES] = variables;
    l[lAt + FILLED] = 0;
    l[lAt + FOLLOWS] = 0;
  }

  /** Hot. Takes a row of one; true if the summary of the last n rows now lies at {@code dAt}. */
  public final boolean add(double[] d, int dAt, long[] l, int lAt, double value) {
    int cell = freeCell(d, dAt, l, lAt);
    d[cell] = value;
    return absorb(d, dAt, l, lAt, cell);
  }

  /** Hot. The same for a row of several. */
  public final boolean add(double[] d, int dAt, long[] l, int lAt, double[] row) {
    int cell = freeCell(d, dAt, l, lAt);
    System.arraycopy(row, 0, d, cell, (int) l[lAt + VARIABLES]);
    return absorb(d, dAt, l, lAt, cell);
  }

  private int freeCell(double[] d, int dAt, long[] l, int lAt) {
    int size = size((int) l[lAt + VARIABLES]);
    int cell = cells(dAt, size) + (int) l[lAt + FILLED] * size;
    Arrays.fill(d, cell, cell + size, 0);
    return cell;
  }

  private boolean absorb(double[] d, int dAt, long[] l, int lAt, int cell) {
    int variables = (int) l[lAt + VARIABLES];
    int size = size(variables);
    int prefix = dAt + size;
    int before = (int) l[lAt + FILLED];
    int rest = (int) l[lAt + ROWS] - before - 1;
    if (before == 0)
      System.arraycopy(d, cell, d, prefix, size);
    else
      merge(d, prefix, prefix, before, cell, 1, variables);
    if (rest == 0)
      return complete(d, dAt, l, lAt);
    l[lAt + FILLED] = before + 1;
    if (l[lAt + FOLLOWS] == 0)
      return false;
    merge(d, dAt, cell + size, rest, prefix, before + 1, variables);
    return true;
  }

  /** The block is the window; its rows become the suffixes that the next block starts from. */
  private boolean complete(double[] d, int dAt, long[] l, int lAt) {
    int variables = (int) l[lAt + VARIABLES];
    int size = size(variables);
    int rows = (int) l[lAt + ROWS];
    System.arraycopy(d, dAt + size, d, dAt, size);
    int cell = cells(dAt, size) + (rows - 1) * size;
    for (int after = 1; after < rows; after++) {
      cell -= size;
      merge(d, cell, cell, 1, cell + size, after, variables);
    }
    l[lAt + FILLED] = 0;
    l[lAt + FOLLOWS] = 1;
    return true;
  }

  private static int cells(int dAt, int size) {
    return dAt + 2 * size;
  }
}
