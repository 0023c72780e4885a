package io.qkt.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact decimal numbers as longs at scale 8. */
public final class Exact {
  public static final long ONE = 100_000_000L;

  private Exact() {}

  public static long parse(String text) {
    return new BigDecimal(text).movePointRight(8).longValueExact();
  }

  public static String text(long value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value, 8).stripTrailingZeros().toPlainString();
  }

  public static double toDouble(long value) {
    return value / 1e8;
  }

  public static long plus(long a, long b) {
    return Math.addExact(a, b);
  }

  public static long minus(long a, long b) {
    return Math.subtractExact(a, b);
  }

  public static long times(long a, long b) {
    return BigDecimal.valueOf(a, 8).multiply(BigDecimal.valueOf(b, 8)).setScale(8, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  public static long over(long a, long b) {
    return BigDecimal.valueOf(a, 8).divide(BigDecimal.valueOf(b, 8), 8, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }
}
