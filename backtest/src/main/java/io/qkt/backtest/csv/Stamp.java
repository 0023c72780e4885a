package io.qkt.backtest.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How a file writes its times. The first row decides, and the others are held to it: a row in
 * another unit would land in another century.
 */
enum Stamp {
  SECONDS("epoch seconds", 1_000_000), MILLIS("epoch milliseconds", 1_000),
  MICROS("epoch microseconds", 1), ISO("ISO-8601", 0);

  /** The first instant of 1971: before it, seconds and milliseconds cannot be told apart. */
  private static final long MICROS_MIN = 31_536_000_000_000L;
  /** The first instant of the year 2200. */
  private static final long MICROS_MAX = 7_258_118_400_000_000L;

  private final String words;
  private final long micros;

  Stamp(String words, long micros) {
    this.words = words;
    this.micros = micros;
  }

  /** The one of which {@code text} makes an instant from 1971 to 2199. */
  static Stamp of(String text) {
    if (!isWhole(text)) return ISO;
    for (var unit : values()) {
      if (unit != ISO && unit.holds(text)) return unit;
    }
    throw new IllegalArgumentException(
        "a timestamp must be epoch s, ms or µs, or ISO-8601, from 1971 to 2199, was '%s'"
            .formatted(text));
  }

  private static boolean isWhole(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean holds(String text) {
    if (text.length() > 16) return false;
    long value = Long.parseLong(text);
    return value >= MICROS_MIN / micros && value < MICROS_MAX / micros;
  }

  /** The instant in epoch microseconds. */
  long read(CsvRow row, int cell) {
    if (this == ISO) return iso(row.text(cell));
    long value = row.whole(cell);
    if (value < MICROS_MIN / micros || value >= MICROS_MAX / micros) throw wrong(row.text(cell));
    return value * micros;
  }

  private long iso(String text) {
    try {
      var instant = offset(text).toInstant();
      long time = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
          instant.getNano() / 1_000);
      if (time >= MICROS_MIN && time < MICROS_MAX) return time;
    } catch (DateTimeException | ArithmeticException _) {
      // Told below in our own words.
    }
    throw wrong(text);
  }

  /** A time without a zone is in UTC; a date alone is its first instant. */
  private static OffsetDateTime offset(String text) {
    var form = text.replace(' ', 'T');
    if (form.indexOf('T') < 0) return LocalDate.parse(form).atStartOfDay().atOffset(ZoneOffset.UTC);
    boolean zoned = form.endsWith("Z") || form.indexOf('+') > 0 || form.lastIndexOf('-') > 7;
    return zoned ? OffsetDateTime.parse(form) : LocalDateTime.parse(form).atOffset(ZoneOffset.UTC);
  }

  private IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "a timestamp must be in %s as in the first row, from 1971 to 2199, was '%s'"
            .formatted(words, text));
  }
}
