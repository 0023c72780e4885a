package io.qkt.core.market;

import java.util.regex.Pattern;

/** A symbol under the label of the venue or feed that quotes it, written {@code SIM:BTCUSDT}. */
public record Instrument(String broker, String symbol) {
  private static final Pattern FORM = Pattern
      .compile("([A-Z][A-Z0-9_-]{0,31}):([A-Za-z0-9._/-]{1,32})");

  public Instrument {
    if (!FORM.matcher(broker + ":" + symbol).matches()) {
      throw new IllegalArgumentException(
          "an instrument must look like SIM:BTCUSDT, was '%s:%s'".formatted(broker, symbol));
    }
  }

  public static Instrument parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "an instrument must look like SIM:BTCUSDT, was '%s'".formatted(text));
    }
    return new Instrument(match.group(1), match.group(2));
  }

  @Override
  public String toString() {
    return broker + ":" + symbol;
  }
}
