package io.qkt.dsl.syntax;

import io.qkt.dsl.Cases;
import java.util.ArrayList;
import java.util.List;

/** Writes whole texts at random that are understood, with blanks and comments in all places. */
public final class RandomProgram {
  private final Cases cases;
  private final List<String> out = new ArrayList<>();
  private final RandomExpr exprs;
  private final RandomOrder orders;

  private RandomProgram(Cases cases) {
    this.cases = cases;
    exprs = new RandomExpr(cases, out);
    orders = new RandomOrder(cases, out, exprs);
  }

  public static String text(Cases cases) {
    var program = new RandomProgram(cases);
    if (cases.oneIn(4)) program.portfolio();
    else
      program.strategy();
    return program.joined();
  }

  private void put(String... tokens) {
    out.addAll(List.of(tokens));
  }

  private void strategy() {
    put("strategy", cases.oneOf("s", "trailing", "Été"), "version", "3");
    boolean rules = false;
    for (int i = cases.between(0, 9); i > 0; i--) {
      switch (cases.between(0, 7)) {
        case 0 -> put("param", "p" + i, "=", cases.oneOf("1", "true", "'x'"));
        case 1 -> put("param", "p" + i, "=", "-", "2.5");
        case 2 -> lets();
        case 3 -> sequence();
        case 4 -> loop();
        default -> {
          if (!rules) rules();
          rules = true;
        }
      }
    }
    if (cases.oneIn(2)) once();
  }

  private void once() {
    put("defaults", "{", "sizing", "=", "1", "stop_loss", "=", "by", "1", "tif", "=", "ioc", "}");
    symbols();
    put("schedule", "at", "09", ":", "00", ",", "12", ":", "30", ":", "15", "ny", "then");
    orders.actions(2);
    put("every", "hour", "at", ":", "05", "then");
    orders.actions(1);
    put("every", cases.oneOf("day", "weekday"), "at", "21", ":", "15", "utc", "then");
    orders.actions(3);
  }

  private void symbols() {
    put("symbols", "btc", "=", "EX-2a-day:BTC", "every", cases.oneOf("5m", "1h"));
    if (cases.oneIn(2)) put(",");
    put("eth", "=", "SIM", ":", "ETH", "every", "5", "m", "warmup", "20", "bars");
    put("both", "=", "basket", "equal_weight", "[", "btc", ",", "eth", "]", "every", "5m");
    put("eq", "=", "series", "account", ".", "equity", "every", "1h");
    put("synchronize", "btc", "eth", "within", "30s");
  }

  private void lets() {
    put("let", "level", "=");
    exprs.expr(3);
    for (int i = cases.between(0, 3); i > 0; i--) {
      put(",", "while", "=");
      exprs.expr(2);
    }
  }

  private void sequence() {
    put("sequence", "dip", "on", "btc", "{", "stage", "one", ":");
    exprs.expr(2);
    put("stage", "two", "within", "5m", ":");
    exprs.expr(2);
    put("}");
  }

  private void rules() {
    put("rules");
    for (int i = cases.between(0, 5); i > 0; i--) {
      if (cases.oneIn(4)) loop();
      else
        rule();
    }
  }

  private void loop() {
    boolean braced = cases.oneIn(2);
    put("for", "each", "s", "in");
    if (braced) put("[");
    put("btc", ",", "eth");
    if (braced) put("]");
    put("do");
    rule();
  }

  private void rule() {
    put(cases.oneOf("when", "while"));
    exprs.expr(cases.between(0, 4));
    if (cases.oneIn(4)) put("on", "btc");
    put("then");
    orders.actions(3);
  }

  private void portfolio() {
    put("portfolio", "p", "version", "1", "capital", "1000");
    if (cases.oneIn(2)) symbols();
    put("import", "'a.qkt'", "as", "a", "import", "\"b.qkt\"", "as", "b", "hold");
    put("regimes", "name", "weather", "state", "calm", "when");
    exprs.expr(3);
    put("state", "other", "default", "allocate", "method", "regime_weighted");
    put("rebalance", "every", "1d", "calm", "->", "a", "0.5", ",", "cash", "0.5");
    if (cases.oneIn(2)) lets();
    put("rules");
    for (int i = cases.between(1, 4); i > 0; i--)
      run();
  }

  private void run() {
    if (cases.oneIn(2)) {
      put("when");
      exprs.expr(4);
    }
    put("run", cases.oneOf("a", "b"));
    if (cases.oneIn(2)) put("with", "hysteresis", "3", "bars");
    if (cases.oneIn(2)) put("override", "{", "n", "=", "-", "1", ",", "m", "=", "true", "}");
  }

  private String joined() {
    var text = new StringBuilder(gap());
    for (var token : out) {
      text.append(cases.oneIn(3) && isWord(token) ? token.toUpperCase() : token).append(gap());
    }
    return text.toString();
  }

  /** Words of the language in any case; names keep theirs, so none of these is written here. */
  private static boolean isWord(String token) {
    return List.of("strategy", "version", "when", "then", "and", "or", "not", "between", "in",
        "crosses", "above", "below", "is", "null", "case", "else", "end", "since", "symbols",
        "every", "rules", "let", "param", "sizing", "bracket", "stop", "loss", "take", "profit",
        "run", "hysteresis", "shared").contains(token);
  }

  private String gap() {
    return switch (cases.between(0, 40)) {
      case 0 -> " -- " + cases.oneOf("when", "it's", "/*") + "\n";
      case 1 -> "\n# " + cases.oneOf("}", "\"", "--") + "  \n";
      case 2 -> " /* " + cases.oneOf("a", "*", "'") + " */ ";
      case 3 -> "\n\n/* two\n  lines */\n";
      case 4 -> "\r\n\r\n\r\n";
      case 5, 6, 7, 8 -> "\n\t ";
      default -> " ";
    };
  }
}
