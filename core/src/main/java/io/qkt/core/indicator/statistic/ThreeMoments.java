package io.qkt.core.indicator.statistic;

/** The mean of one variable and the sums of the squares and cubes of its deviations. */
final class ThreeMoments extends BlockWindow {
  static final ThreeMoments WINDOW = new ThreeMoments();
  static final int SQUARES = 1;
  static final int CUBES = 2;

  private ThreeMoments() {}

  @Override
  int size(int variables) {
    return 3;
  }

  @Override
  void merge(double[] d, int into, int a, double aRows, int b, double bRows, int variables) {
    double rows = aRows + bRows;
    double apart = d[b] - d[a];
    double step = apart / rows;
    double cross = apart * step * aRows * bRows;
    d[into + CUBES] = d[a + CUBES] + d[b + CUBES] + cross * step * (aRows - bRows)
        + 3 * step * (aRows * d[b + SQUARES] - bRows * d[a + SQUARES]);
    d[into + SQUARES] = d[a + SQUARES] + d[b + SQUARES] + cross;
    d[into] = d[a] + bRows * step;
  }
}
