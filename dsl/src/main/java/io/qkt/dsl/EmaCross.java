package io.qkt.dsl;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import java.util.TreeMap;

/**
 * The built-in program: long while the fast average of the close is above the slow one. Its text is
 * its name and, as it pleases, {@code key=value} pairs.
 */
final class EmaCross {
  static final String NAME = "builtin:ema-cross";
  static final String EXAMPLE = NAME + " stream=SIM:BTCUSDT every=1s fast=3 slow=5 qty=0.01";

  private static final int PERIOD_MAX = 100_000;

  private EmaCross() {}

  static CompileResult compile(String text) {
    var values = new TreeMap<String, String>();
    for (var pair : EXAMPLE.substring(NAME.length()).strip().split(" "))
      put(values, pair);
    var words = text.split("\\s+");
    for (int i = 1; i < words.length; i++) {
      var key = words[i].split("=", 2)[0];
      if (!values.containsKey(key) || !words[i].contains("=")) return unknown(words[i], text);
      put(values, words[i]);
    }
    try {
      return new CompileResult.Compiled(program(values));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return StrategyCompiler.rejected(
          new CompileError("E0003", e.getMessage(), 1, 1, "write `" + EXAMPLE + "`"));
    }
  }

  private static CompileResult unknown(String word, String text) {
    return StrategyCompiler.rejected(new CompileError("E0004",
        "a setting must be one of stream= every= fast= slow= qty=, was '%s'".formatted(word), 1,
        text.indexOf(word) + 1, "write `" + EXAMPLE + "`"));
  }

  private static void put(TreeMap<String, String> values, String pair) {
    var parts = pair.split("=", 2);
    values.put(parts[0], parts[1]);
  }

  private static Program program(TreeMap<String, String> values) {
    var stream = new BarKey(Instrument.parse(values.get("stream")),
        Timeframe.parse(values.get("every")));
    int fast = period(values.get("fast"));
    int slow = period(values.get("slow"));
    if (fast >= slow) {
      throw new IllegalArgumentException(
          "fast must be below slow, was %d and %d".formatted(fast, slow));
    }
    long quantity = Exact.parse(values.get("qty"));
    if (quantity <= 0) {
      throw new IllegalArgumentException("qty must be above 0, was " + values.get("qty"));
    }
    return Program.builder("ema-cross", stream)
        .buyWhenCrossingAbove(fast, slow, quantity)
        .sellWhenCrossingBelow(fast, slow, quantity)
        .build();
  }

  private static int period(String text) {
    if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > PERIOD_MAX) {
      throw new IllegalArgumentException(
          "a period must be a whole number from 1 to %d, was '%s'".formatted(PERIOD_MAX, text));
    }
    return Integer.parseInt(text);
  }
}
