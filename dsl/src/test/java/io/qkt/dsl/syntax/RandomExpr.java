package io.qkt.dsl.syntax;

import io.qkt.dsl.Cases;
import java.util.List;

/** Writes expressions at random, of every kind, as the tokens they are made of. */
final class RandomExpr {
  private final Cases cases;
  private final List<String> out;

  RandomExpr(Cases cases, List<String> out) {
    this.cases = cases;
    this.out = out;
  }

  private void put(String... tokens) {
    out.addAll(List.of(tokens));
  }

  void expr(int depth) {
    if (depth <= 0) {
      leaf();
      return;
    }
    switch (cases.between(0, 14)) {
      case 0, 1 -> infix(depth, cases.oneOf("+", "-", "*", "/", "%"));
      case 2 -> infix(depth, cases.oneOf(">", "<", ">=", "<=", "=", "==", "!=", "<>"));
      case 3 -> infix(depth, cases.oneOf("and", "or"));
      case 4 -> prefixed(depth);
      case 5 -> grouped(depth);
      case 6 -> between(depth);
      case 7 -> in(depth);
      case 8 -> crosses(depth);
      case 9 -> call(depth);
      case 10 -> chosen(depth);
      case 11 -> aggregate(depth);
      case 12 -> {
        grouped(depth);
        put("is");
        if (cases.oneIn(2)) put("not");
        put("null");
      }
      default -> leaf();
    }
  }

  private void infix(int depth, String operator) {
    operand(depth);
    put(operator);
    operand(depth);
    if (cases.oneIn(3)) {
      put(operator);
      operand(depth);
    }
  }

  private void operand(int depth) {
    if (cases.oneIn(3)) leaf();
    else
      grouped(depth);
  }

  private void prefixed(int depth) {
    if (cases.oneIn(2)) {
      put("-");
      grouped(depth - 1);
    } else {
      put("(", "not");
      expr(depth - 1);
      put(")");
    }
  }

  private void grouped(int depth) {
    put("(");
    expr(depth - 1);
    put(")");
  }

  private void between(int depth) {
    grouped(depth);
    if (cases.oneIn(3)) put("not");
    put("between");
    grouped(depth);
    put("and");
    grouped(depth);
  }

  private void in(int depth) {
    grouped(depth);
    put("in");
    boolean square = cases.oneIn(2);
    put(square ? "[" : "(");
    list(depth, cases.between(0, 3));
    put(square ? "]" : ")");
  }

  private void list(int depth, int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) put(",");
      expr(depth - 1);
    }
  }

  private void crosses(int depth) {
    grouped(depth);
    put("crosses", cases.oneOf("above", "below"));
    grouped(depth);
  }

  private void call(int depth) {
    put(cases.oneOf("ema", "Rsi", "floor", "log", "max", "SUM", "f"), "(");
    list(depth, 2 + cases.between(0, 2));
    put(")");
    if (cases.oneIn(4)) put("[", cases.oneOf("0", "3", "n"), "]");
  }

  private void chosen(int depth) {
    put("case");
    for (int i = cases.between(1, 3); i > 0; i--) {
      put("when");
      expr(depth - 1);
      put("then");
      expr(depth - 1);
    }
    put("else");
    expr(depth - 1);
    put("end");
  }

  private void aggregate(int depth) {
    put("(", cases.oneOf("max", "min", "mean", "sum"), "(");
    expr(depth - 1);
    put(")", "since");
    if (cases.oneIn(2)) put("open");
    else
      put("t", "-", "5");
    put(")");
  }

  private void leaf() {
    switch (cases.between(0, 9)) {
      case 0 -> put(cases.oneOf("1", "0.25", "2e3", "1.5E-2", "09"));
      case 1 -> put(cases.oneOf("5m", "90s", "2h", "1d"));
      case 2 -> put(cases.oneOf("true", "FALSE", "\"a \\\" b\"", "'-- no comment'"));
      case 3 -> put("btc", ".", cases.oneOf("close", "high", "rules", "end"));
      case 4 -> put("btc", ".", "close", "[", cases.oneOf("0", "7", "n"), "]");
      case 5 -> put("level", "@", cases.oneOf("buy", "sell", "open"));
      case 6 -> put("level", "@", "T", "-", "3");
      case 7 -> put(cases.oneOf("position", "open_orders", "POSITION_AVG_PRICE"), ".", "btc");
      default -> put(cases.oneOf("level", "entry", "now", "ENTRY_QTY", "while", "t", "book"));
    }
  }
}
