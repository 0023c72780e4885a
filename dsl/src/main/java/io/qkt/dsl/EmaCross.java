package io.qkt.dsl;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Program;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built-in program: long while the fast average of the close is above the slow one. Its text is
 * its name and, as it pleases, {@code key=value} pairs.
 */
final class EmaCross {
  static final String NAME = "builtin:ema-cross";
  static final String EXAMPLE = NAME + " stream=SIM:BTCUSDT every=1s fast=3 slow=5 qty=0.01";

  private static final int PERIOD_MAX = 100_000;
  private static final Pattern WORD = Pattern.compile("\\S+");

  private EmaCross() {}

  static CompileResult compile(String source) {
    var values = new TreeMap<String, String>();
    for (var pair : EXAMPLE.substring(NAME.length()).strip().split(" "))
      put(values, pair);
    var words = WORD.matcher(source);
    for (words.find(); words.find();) {
      if (!isSetting(words.group(), values)) return unknown(source, words);
      put(values, words.group());
    }
    try {
      return new CompileResult.Compiled(program(values));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return StrategyCompiler.rejected(
          new CompileError("E0003", e.getMessage(), 1, 1, "write `" + EXAMPLE + "`"));
    }
  }

  private static boolean isSetting(String word, TreeMap<String, String> known) {
    return word.contains("=") && known.containsKey(word.split("=", 2)[0]);
  }

  private static CompileResult unknown(String source, Matcher word) {
    var before = source.substring(0, word.start());
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = word.start() - before.lastIndexOf('\n');
    return StrategyCompiler.rejected(new CompileError("E0004",
        "a setting must be one of stream= every= fast= slow= qty=, was '%s'"
            .formatted(word.group()),
        line, column, "write `" + EXAMPLE + "`"));
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
