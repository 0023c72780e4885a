package io.qkt.core.risk;

import io.qkt.core.money.Exact;
import java.util.Locale;

/** Comparisons that never overflow, and the words for one that a rule lost. */
final class Breach {
  private static final long PERCENT = 100 * Exact.ONE;

  private Breach() {}

  /**
   * Whether {@code value} lies more than {@code percent} of {@code base} below it; 128 bits hold
   * both products, because the difference is an unsigned one of 64.
   */
  static boolean fellBeyond(long value, long base, long percent) {
    return value < base && isMore(base - value, base, percent);
  }

  /** Whether {@code value} lies more than {@code percent} of {@code base} away from it. */
  static boolean isBeyond(long value, long base, long percent) {
    return isMore(value < base ? base - value : value - base, base, percent);
  }

  private static boolean isMore(long difference, long base, long percent) {
    long high = Math.unsignedMultiplyHigh(difference, PERCENT);
    int order = Long.compareUnsigned(high, Math.unsignedMultiplyHigh(base, percent));
    return order > 0
        || order == 0 && Long.compareUnsigned(difference * PERCENT, base * percent) > 0;
  }

  /** How far {@code value} lies from {@code base} in percent of it, for a reader. */
  static String away(long value, long base) {
    double away = Math.abs(Exact.toDouble(value) - Exact.toDouble(base));
    return String.format(Locale.ROOT, "%.4f %%", away / Exact.toDouble(base) * 100);
  }

  /** What is said of a limit that is too low for what was asked. */
  static String over(RiskRule rule, String what, String limit, String value) {
    return "%s must be at least the %s, %s < %s; raise %s"
        .formatted(rule.key(), what, limit, value, rule.key());
  }
}
