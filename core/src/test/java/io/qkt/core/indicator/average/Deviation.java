package io.qkt.core.indicator.average;

import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.num.Num;

/** The population deviation, which ta4j lacks, in its decimals and from the definition. */
final class Deviation extends CachedIndicator<Num> {
  private final Indicator<Num> of;
  private final int period;

  Deviation(Indicator<Num> of, int period) {
    super(of);
    this.of = of;
    this.period = period;
  }

  @Override
  protected Num calculate(int index) {
    var count = getBarSeries().numFactory().numOf(period);
    var sum = getBarSeries().numFactory().zero();
    var squares = sum;
    for (int i = Math.max(0, index - period + 1); i <= index; i++)
      sum = sum.plus(of.getValue(i));
    for (int i = Math.max(0, index - period + 1); i <= index; i++)
      squares = squares.plus(of.getValue(i).minus(sum.dividedBy(count)).pow(2));
    return squares.dividedBy(count).sqrt();
  }

  @Override
  public int getCountOfUnstableBars() {
    return period - 1;
  }
}
