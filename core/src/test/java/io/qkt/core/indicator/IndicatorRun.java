package io.qkt.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** One use of an indicator, in slots between guards that nothing of it may touch. */
public final class IndicatorRun {
  private static final double GUARD = 12_345.678;
  private static final int D_AT = 3;
  private static final int L_AT = 2;

  private final Indicator indicator;
  private final double[] d;
  private final long[] l;

  public IndicatorRun(Indicator indicator, double... args) {
    this.indicator = indicator;
    d = new double[D_AT + indicator.doubles(args) + 1];
    l = new long[L_AT + indicator.longs(args) + 1];
    Arrays.fill(d, GUARD);
    Arrays.fill(l, (long) GUARD);
    indicator.init(d, D_AT, l, L_AT, args);
  }

  /** The values after each of these updates of one number. */
  public double[] numbers(double... inputs) {
    return Arrays.stream(inputs).map(input -> update(0, input)).toArray();
  }

  public double update(long time, double... in) {
    double value = indicator.update(d, D_AT, l, L_AT, in, time);
    assertGuards();
    boolean defined = value == value;
    if (defined) assertThat(d[D_AT]).as("the value lies in the first slot").isEqualTo(value);
    return value;
  }

  /** A copy of the state: equal copies must go on equally. */
  public double[] doubles() {
    return Arrays.copyOfRange(d, D_AT, d.length - 1);
  }

  public long[] longs() {
    return Arrays.copyOfRange(l, L_AT, l.length - 1);
  }

  private void assertGuards() {
    for (int i = 0; i < D_AT; i++)
      assertThat(d[i]).isEqualTo(GUARD);
    for (int i = 0; i < L_AT; i++)
      assertThat(l[i]).isEqualTo((long) GUARD);
    assertThat(d[d.length - 1]).isEqualTo(GUARD);
    assertThat(l[l.length - 1]).isEqualTo((long) GUARD);
  }
}
