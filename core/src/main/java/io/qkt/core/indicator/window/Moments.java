package io.qkt.core.indicator.window;

/**
 * The means of some variables and, around them, the sums of the products of each two: first the
 * means, then the upper triangle of the products, row by row. They are merged by the differences of
 * the means, never by sums of squares, so a large level costs no digits.
 */
public final class Moments extends BlockWindow {
  public static final Moments WINDOW = new Moments();

  private Moments() {}

  @Override
  protected int size(int variables) {
    return variables + variables * (variables + 1) / 2;
  }

  /** Where in a summary the sum of the products of variables i and j lies, with i not over j. */
  public static int product(int variables, int i, int j) {
    return variables + i * variables - i * (i - 1) / 2 + j - i;
  }

  @Override
  protected void merge(double[] d, int into, int a, double aRows, int b, double bRows,
      int variables) {
    double rows = aRows + bRows;
    double cross = aRows * bRows / rows;
    int at = variables;
    for (int i = 0; i < variables; i++) {
      double apart = cross * (d[b + i] - d[a + i]);
      for (int j = i; j < variables; j++, at++)
        d[into + at] = d[a + at] + d[b + at] + apart * (d[b + j] - d[a + j]);
    }
    // Last, because the products need the means of both even where one is overwritten.
    double share = bRows / rows;
    for (int i = 0; i < variables; i++)
      d[into + i] = d[a + i] + share * (d[b + i] - d[a + i]);
  }
}
