package io.qkt.backtest.run;

/** From when, inclusive, to when, exclusive, in epoch microseconds. */
public record Period(long from, long to) {
  /** All that is stored. */
  public static final Period ALL = new Period(Long.MIN_VALUE, Long.MAX_VALUE);

  public Period {
    if (from >= to) {
      throw new IllegalArgumentException("a period must begin before it ends, was %d to %d"
          .formatted(from, to));
    }
  }
}
