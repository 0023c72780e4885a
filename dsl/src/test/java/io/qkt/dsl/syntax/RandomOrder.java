package io.qkt.dsl.syntax;

import io.qkt.dsl.Cases;
import java.util.List;

/** Writes actions and orders at random, of every kind, as the tokens they are made of. */
final class RandomOrder {
  private final Cases cases;
  private final List<String> out;
  private final RandomExpr exprs;

  RandomOrder(Cases cases, List<String> out, RandomExpr exprs) {
    this.cases = cases;
    this.out = out;
    this.exprs = exprs;
  }

  private void put(String... tokens) {
    out.addAll(List.of(tokens));
  }

  void actions(int most) {
    for (int i = cases.between(1, most + 1); i > 0; i--) {
      action();
      if (cases.oneIn(2)) put(";");
    }
  }

  private void action() {
    switch (cases.between(0, 12)) {
      case 0 -> put("close", "btc");
      case 1 -> put(cases.oneOf("close_all", "flatten", "cancel_all"));
      case 2 -> put("cancel", "eth");
      case 3 -> {
        put("resize", "btc", "to");
        sizing();
        if (cases.oneIn(2)) put("min_step", "0.5");
      }
      case 4, 5 -> log();
      case 6 -> {
        put("oco_entry", "{");
        trade(1);
        put(",");
        trade(1);
        put("}");
      }
      case 7 -> latch();
      default -> trade(4);
    }
  }

  private void log() {
    put("log");
    if (cases.oneIn(2)) put(cases.oneOf("info", "warn", "error", "debug"));
    put("\"a {b}\"", "b", "=");
    exprs.expr(2);
    if (cases.oneIn(2)) put("while", "=", "1");
  }

  private void trade(int most) {
    put(cases.oneOf("buy", "sell"), cases.oneOf("btc", "eth"));
    for (int i = cases.between(0, most + 1); i > 0; i--)
      option(i);
  }

  private void option(int left) {
    switch (cases.between(0, 12)) {
      case 0, 1 -> {
        put("sizing");
        sizing();
      }
      case 2 -> {
        if (cases.oneIn(2)) put("order_type", "=");
        type();
      }
      case 3 -> put("tif", cases.oneOf("gtc", "ioc", "fok", "day"));
      case 4 -> {
        put("tif", "gtd", "until", "now", "+", "10m");
      }
      case 5, 6 -> bracket();
      case 7 -> put("oco", "{", "stop", "at", "5", ",", "limit", "at", "9", "}");
      case 8 -> stack();
      case 9 -> {
        put("stack_at", "mfe", ">=", "5", "within", "30m", "sizing", "entry_qty", "*", "2");
        bracket();
      }
      case 10 -> hook("on_fill");
      default -> {
        // A hook stands once in an order, so only the last option may be one.
        if (left == 1) hook(cases.oneOf("on_stop", "on_tp", "on_close"));
      }
    }
  }

  private void hook(String word) {
    put(word, "{");
    for (int i = cases.between(1, 3); i > 0; i--) {
      if (cases.oneIn(2)) log();
      else
        put("sell", "btc", "sizing", "2");
      put(";");
    }
    put("}");
  }

  private void sizing() {
    switch (cases.between(0, 7)) {
      case 0 -> put("1000", "usd");
      case 1 -> put("5", cases.oneOf("pct", "%"), "of", cases.oneOf("equity", "balance"));
      case 2 -> put("risk", "$", "100");
      case 3 -> put("risk", "0.01", "of", "book");
      case 4 -> put("1", "pct", "risk");
      case 5 -> put("position", ".", "btc");
      default -> {
        // The size of a position stands alone, so an expression may not begin with one.
        put("1", "*", "(");
        exprs.expr(2);
        put(")");
      }
    }
  }

  private void type() {
    switch (cases.between(0, 4)) {
      case 0 -> put("market");
      case 1 -> {
        put("limit", "at");
        exprs.expr(2);
      }
      case 2 -> {
        put("stop", "at", "5");
        if (cases.oneIn(2)) put("limit", "at", "6");
      }
      default -> put("trailing", cases.oneOf("by", "pct"), "2");
    }
  }

  private void bracket() {
    boolean braced = cases.oneIn(2);
    put("bracket");
    if (braced) put("{");
    if (cases.oneIn(2)) put("stop", "loss");
    else
      put("stop_loss");
    stop();
    if (cases.oneIn(2)) put(",");
    put("take", "profit", cases.oneOf("rr", "by", "at", "pct"));
    exprs.expr(1);
    if (braced) put("}");
    if (cases.oneIn(3)) put("shared");
  }

  private void stop() {
    put("by");
    exprs.expr(1);
    switch (cases.between(0, 4)) {
      case 0 -> put("pct");
      case 1 -> put("step", "to", "entry", "+", "4", "after", "mfe", ">=", "9");
      case 2 -> put("tighten", "by", "1", "every", "5m", "floor", "2");
      default -> {
      }
    }
  }

  private void stack() {
    put("stack");
    if (cases.oneIn(2)) put("3", "spacing", "2", "above", "within", "5m");
    else
      put("[", "1", ",", "2", "limit", "at", "entry", "-", "1", ",", "1", "at", "3", "]");
  }

  private void latch() {
    put("latch", "btc", "offset");
    exprs.expr(1);
    put("arm", "5m", "confirm", "retest_hold", "2", "within", "1m", "{");
    for (int i = cases.between(1, 4); i > 0; i--) {
      put("enter", "limit", "retrace", "2", "sizing", "1", "expire", "1m", "bracket", "{");
      put("stop", "loss", "against", "2", "}");
      if (cases.oneIn(2)) put(";");
    }
    put("}");
  }
}
