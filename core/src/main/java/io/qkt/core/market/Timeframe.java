package io.qkt.core.market;

import java.util.regex.Pattern;

/** The length of a bar, on a grid that starts at the epoch in UTC. */
public record Timeframe(long micros) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([smhd])");
  private static final long SECOND = 1_000_000L;
  private static final String UNITS = "smhd";
  private static final long[] UNIT_MICROS = {SECOND, 60 * SECOND, 3_600 * SECOND, 86_400 * SECOND};

  public Timeframe {
    if (micros < SECOND || micros % SECOND != 0) {
      throw new IllegalArgumentException(
          "a timeframe must be whole seconds, at least 1s, was %d µs".formatted(micros));
    }
  }

  public static Timeframe parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "a timeframe must look like 1s, 5m, 4h or 1d, was '%s'".formatted(text));
    }
    return new Timeframe(
        Long.parseLong(match.group(1)) * UNIT_MICROS[UNITS.indexOf(match.group(2))]);
  }

  /** The open time of the bar that holds {@code instant}. */
  public long floor(long instant) {
    return Math.floorDiv(instant, micros) * micros;
  }

  @Override
  public String toString() {
    for (int unit = UNIT_MICROS.length - 1; unit > 0; unit--) {
      if (micros % UNIT_MICROS[unit] == 0)
        return micros / UNIT_MICROS[unit] + UNITS.substring(unit, unit + 1);
    }
    return micros / SECOND + "s";
  }
}
