package io.qkt.dsl.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.node.Constant;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import java.util.List;

/** A strategy around some actions. */
final class Sample {
  static final int BTC = 0;
  static final int ETH = 1;
  private static final String HEAD = """
      STRATEGY sample VERSION 1
      SYMBOLS btc = SIM:BTCUSDT EVERY 1m, eth = SIM:ETHUSDT EVERY 1m,
        pair = BASKET EQUAL_WEIGHT [btc, eth] EVERY 1m,
        rate = MACRO:DGS10 EVERY 1d, worth = SERIES ACCOUNT.EQUITY EVERY 1h
      """;

  private Sample() {}

  /** The file of actions; DEFAULTS may stand in a line before them. */
  static String file(String text) {
    int line = text.startsWith("DEFAULTS") ? text.indexOf('\n') + 1 : 0;
    return HEAD + text.substring(0, line) + "RULES\n  WHEN btc.close > 100\n  THEN "
        + text.substring(line).strip() + "\n  WHEN btc.close < 1 THEN CLOSE_ALL\n";
  }

  static List<Action> plans(String text) {
    var compiled = Compiler.compile(file(text));
    assertThat(compiled.reports().getFirst().issues()).filteredOn(issue -> issue.isError())
        .isEmpty();
    return ((Unit.Strategy) compiled.unit().orElseThrow()).program().rules().getFirst().actions();
  }

  static Constant n(double value) {
    return new Constant(value);
  }

  static Sizing.Units units(double quantity) {
    return new Sizing.Units(n(quantity));
  }

  /** The one order that comes of an action. */
  static OrderPlan order(String text) {
    var plans = plans(text);
    assertThat(plans).hasSize(1);
    return ((Action.Trade) plans.getFirst()).order();
  }
}
