package io.qkt.backtest.bench;

import io.qkt.core.program.Program;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts that are raced. */
final class BenchText {
  private static final String HEAD = """
      STRATEGY bench VERSION 1
      SYMBOLS btc = TEST:BTC EVERY 1m
      """;

  private BenchText() {}

  static Program cross() {
    return program("""
        LET fast = ema(btc.close, 9)
        LET slow = ema(btc.close, 21)
        RULES
          WHEN fast CROSSES ABOVE slow AND POSITION.btc = 0 THEN BUY btc SIZING 1
          WHEN fast CROSSES BELOW slow AND POSITION.btc > 0 THEN SELL btc SIZING 1
        """);
  }

  /** Eight averages and sixteen comparisons. */
  static Program heavy() {
    var ordered = IntStream.range(1, 8)
        .mapToObj(i -> average(i - 1) + " %s " + average(i))
        .collect(Collectors.joining(" AND "));
    return program("RULES\n  WHEN " + ordered.replace("%s", ">")
        + " AND POSITION.btc = 0 THEN BUY btc SIZING 1\n  WHEN " + ordered.replace("%s", "<")
        + " AND POSITION.btc > 0 THEN SELL btc SIZING 1\n");
  }

  static int period(int average) {
    return 5 + 3 * average;
  }

  private static String average(int i) {
    return "ema(btc.close, " + period(i) + ")";
  }

  /** The most indicators that a program may have. */
  static Program indicators() {
    return program("RULES\n" + IntStream.range(0, 100)
        .mapToObj(i -> "WHEN %s > 2 * %s THEN CLOSE btc\n".formatted(average(2 * i),
            average(2 * i + 1)))
        .collect(Collectors.joining()));
  }

  /** Close to the most nodes that a text may have. */
  static Program nodes() {
    var sum = " + btc.close * 2 - btc.open".repeat(40);
    return program("RULES\n" + ("WHEN btc.high" + sum + " < 0 THEN CLOSE btc\n").repeat(40));
  }

  private static Program program(String rules) {
    return ((Unit.Strategy) Compiler.compile(HEAD + rules).unit().orElseThrow()).program();
  }
}
