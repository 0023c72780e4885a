package io.qkt.backtest.run;

import io.qkt.backtest.Execution;
import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line for each execution, in the order in which they happened. */
public final class TradesCsv {
  public static final String NAME = "trades.csv";

  private static final String HEADER = "timestamp,strategy,symbol,side,positionEffect,orderType,"
      + "quantity,price,realized,commission";
  private static final long MILLIS = 1_000;

  /** What each strategy holds of each instrument, net. */
  private final Map<String, Long> held = new LinkedHashMap<>();

  private TradesCsv() {}

  static void write(List<Execution> executions, Writer out) throws IOException {
    var trades = new TradesCsv();
    out.write(HEADER + "\n");
    for (var execution : executions)
      out.write(trades.line(execution) + "\n");
  }

  private String line(Execution execution) {
    var fill = execution.fill();
    return String.join(",", Long.toString(Math.floorDiv(execution.time(), MILLIS)),
        execution.owner(), fill.instrument().toString(), fill.side().name(), effect(execution),
        execution.type().name(), Exact.text(fill.quantity()), Exact.text(fill.price()),
        Exact.text(execution.realized()), Exact.text(fill.fee()));
  }

  private String effect(Execution execution) {
    var fill = execution.fill();
    var key = execution.owner() + " " + fill.instrument();
    long before = held.getOrDefault(key, 0L);
    long after = Wide.saturatedSum(before, fill.side().signed(fill.quantity()));
    held.put(key, after);
    return effect(before, after);
  }

  /** What an execution does to the net position of its strategy. */
  static String effect(long before, long after) {
    if (before == 0) return "OPEN_" + direction(after);
    if (after == 0) return "CLOSE_" + direction(before);
    if (before < 0 != after < 0) return "REVERSE_TO_" + direction(after);
    boolean more = after < 0 ? after < before : after > before;
    return (more ? "INCREASE_" : "REDUCE_") + direction(after);
  }

  private static String direction(long quantity) {
    return quantity < 0 ? "SHORT" : "LONG";
  }
}
