package io.qkt.cli.backtest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as people write and read them, in UTC. */
final class Times {
  private Times() {}

  /** A date, which is its first instant, or an instant. */
  static long parse(String text) {
    try {
      var instant = text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (DateTimeException | ArithmeticException _) {
      throw new IllegalArgumentException(
          "must be a date or an instant in UTC, was '%s'".formatted(text));
    }
  }

  static String text(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
