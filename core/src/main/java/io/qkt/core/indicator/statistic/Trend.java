package io.qkt.core.indicator.statistic;

/** The mean of one variable and the sum of the products of its and the row number's deviations. */
final class Trend extends BlockWindow {
  static final Trend WINDOW = new Trend();
  static final int PRODUCTS = 1;

  private Trend() {}

  @Override
  int size(int variables) {
    return 2;
  }

  @Override
  void merge(double[] d, int into, int a, double aRows, int b, double bRows, int variables) {
    double rows = aRows + bRows;
    double apart = d[b] - d[a];
    // The middles of two stretches that follow each other lie half of both lengths apart.
    d[into + PRODUCTS] = d[a + PRODUCTS] + d[b + PRODUCTS] + aRows * bRows * apart / 2;
    d[into] = d[a] + bRows / rows * apart;
  }
}
