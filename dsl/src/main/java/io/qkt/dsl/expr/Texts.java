package io.qkt.dsl.expr;

import io.qkt.core.program.frame.Truth;
import java.math.BigDecimal;
import java.math.MathContext;

/** Values as a line of the log shows them. */
final class Texts {
  private static final String UNDEFINED = "undefined";
  /** What a double holds for certain. */
  private static final MathContext DIGITS = new MathContext(15);

  private Texts() {}

  static String ofNumber(double value) {
    if (value != value) return UNDEFINED;
    if (value == 0) return "0";
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  static String ofTruth(int truth) {
    return switch (truth) {
      case Truth.TRUE -> "true";
      case Truth.FALSE -> "false";
      default -> UNDEFINED;
    };
  }
}
