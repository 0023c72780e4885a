package io.qkt.core.indicator.statistic;

import java.util.function.DoubleBinaryOperator;

/** A sum or an extreme of one variable. */
final class Fold extends BlockWindow {
  static final Fold SUM = new Fold(Double::sum);
  static final Fold MAX = new Fold(Math::max);
  static final Fold MIN = new Fold(Math::min);

  private final DoubleBinaryOperator operator;

  private Fold(DoubleBinaryOperator operator) {
    this.operator = operator;
  }

  @Override
  int size(int variables) {
    return 1;
  }

  @Override
  void merge(double[] d, int into, int a, double aRows, int b, double bRows, int variables) {
    d[into] = operator.applyAsDouble(d[a], d[b]);
  }
}
