package io.qkt.backtest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes whole strategies that have no error, over {@link RandomMarket}: every construct of the
 * language comes by and by. A seed makes one of each.
 */
final class RandomStrategy {
  private final Cases cases;
  private final Declared declared = new Declared();
  private final RandomExpressions expressions;
  private final RandomOrders orders;
  private final List<String> blocks = new ArrayList<>();

  private RandomStrategy(long seed) {
    cases = new Cases(seed);
    expressions = new RandomExpressions(cases, declared);
    orders = new RandomOrders(cases, declared, expressions);
  }

  static String text(long seed) {
    return new RandomStrategy(seed).written(RandomMarket.minutes(seed));
  }

  private String written(int minutes) {
    declared.resizes = cases.oneIn(4);
    symbols(minutes);
    names();
    if (cases.oneIn(3)) defaults();
    if (cases.oneIn(3)) sequence();
    if (cases.oneIn(4)) blocks.add(schedule());
    blocks.add("RULES\n" + IntStream.range(0, cases.between(2, 6))
        .mapToObj(_ -> cases.oneIn(6) && declared.markets.contains("eth") ? forEach() : rule())
        .collect(Collectors.joining("\n")));
    return "STRATEGY random VERSION 1\n" + String.join("\n", blocks) + "\n";
  }

  private void symbols(int minutes) {
    var lines = new ArrayList<String>();
    market(lines, "btc", "BTC EVERY " + minutes + "m" + (cases.oneIn(4) ? " WARMUP 9 BARS" : ""));
    if (cases.oneIn(2)) {
      market(lines, "eth", "ETH EVERY " + minutes + "m");
      others(lines, minutes);
    } else {
      declared.resizes = false;
    }
    if (cases.oneIn(3)) market(lines, "slow", "BTC EVERY " + 5 * minutes + "m");
    if (cases.oneIn(5)) {
      lines.add("own = SERIES ACCOUNT.EQUITY EVERY " + minutes + "m");
      declared.streams.add("own");
    }
    blocks.add("SYMBOLS\n  " + String.join("\n  ", lines) + groups(minutes));
  }

  private void market(List<String> lines, String alias, String of) {
    lines.add(alias + " = TEST:" + of);
    declared.markets.add(alias);
    declared.streams.add(alias);
  }

  private void others(List<String> lines, int minutes) {
    declared.hasBasket = cases.oneIn(2);
    if (!declared.hasBasket) return;
    lines.add("both = BASKET EQUAL_WEIGHT [btc, eth] EVERY " + minutes + "m");
    declared.streams.add("both");
  }

  private String groups(int minutes) {
    if (!declared.markets.contains("eth") || cases.oneIn(2)) return "";
    return "\n  SYNCHRONIZE " + cases.oneOf("btc eth", "eth btc") + (declared.hasBasket
        && cases.oneIn(2) ? " both" : "") + (cases.oneIn(2) ? "" : " WITHIN " + minutes + "m");
  }

  private void names() {
    if (cases.oneIn(2)) {
      blocks.add("PARAM gap = " + cases.tenths(-20, 40) + "\nPARAM len = " + cases.between(2, 9));
      declared.numbers.addAll(List.of("gap", "len"));
    }
    for (var name : List.of("px", "mid", "trend").subList(0, cases.between(0, 4))) {
      blocks.add("LET " + name + " = " + expressions.number(2));
      declared.lets.add(name);
    }
    if (cases.oneIn(3)) {
      blocks.add("LET quiet = " + expressions.condition(1));
      declared.conditions.add("quiet");
    }
    declared.numbers.addAll(declared.lets);
  }

  private void defaults() {
    var clauses = new ArrayList<String>();
    clauses.add("SIZING = " + cases.tenths(1, 9));
    if (!declared.resizes && cases.oneIn(2)) {
      clauses.add("STOP_LOSS = BY " + cases.oneOf("2", "atr(SYMBOL, 5) * 2"));
      clauses.add("TAKE_PROFIT = " + cases.oneOf("RR 2", "BY 3"));
      declared.hasDefaultExits = true;
    }
    if (cases.oneIn(3)) {
      clauses.add("TIF = " + cases.oneOf("DAY", "GTC"));
      declared.hasDefaultTime = true;
    }
    blocks.add("DEFAULTS { " + String.join(" ", clauses) + " }");
  }

  private void sequence() {
    blocks.add("""
        SEQUENCE seq ON %s {
          STAGE first: %s
          STAGE second WITHIN %dm: %s
        }""".formatted(declared.stream(cases), expressions.condition(1), cases.between(5, 300),
        expressions.condition(1)));
    declared.sequences.add("seq");
  }

  private String schedule() {
    var target = declared.market(cases);
    return "SCHEDULE " + switch (cases.between(0, 3)) {
      case 0 -> "EVERY HOUR AT :" + cases.between(10, 60);
      case 1 -> "AT 09:30, 13:00:30 " + zone();
      default -> "EVERY " + cases.oneOf("DAY", "WEEKDAY") + " AT 1" + cases.between(0, 10) + ":05 "
          + zone();
    } + " THEN " + orders.actions(target);
  }

  private String zone() {
    return cases.oneOf("UTC", "NY", "LONDON", "TOKYO", "SYDNEY", "CHICAGO");
  }

  private String rule() {
    var target = declared.market(cases);
    return "  %s %s%s THEN\n    %s".formatted(cases.oneIn(6) ? "WHILE" : "WHEN",
        expressions.ofRule(target), cases.oneIn(6) ? " ON " + declared.stream(cases) : "",
        orders.actions(target));
  }

  private String forEach() {
    var open = cases.oneOf("[", "");
    return "  FOR EACH s IN %sbtc, eth%s DO\n    WHEN s.close %s sma(s.close, %d)"
        .formatted(open, open.isEmpty() ? "" : "]", cases.oneOf(">", "<", "CROSSES ABOVE"),
            cases.between(2, 9))
        + " AND POSITION.s = 0 THEN "
        + cases.oneOf("CLOSE s", "BUY s SIZING 0.3", "SELL s SIZING POSITION.s",
            "LOG \"{x}\" x = s.high[2]");
  }
}
