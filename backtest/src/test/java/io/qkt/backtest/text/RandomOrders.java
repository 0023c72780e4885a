package io.qkt.backtest.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes actions of every form with options that go together. */
final class RandomOrders {
  private final Cases cases;
  private final Declared declared;
  private final RandomExpressions expressions;

  RandomOrders(Cases cases, Declared declared, RandomExpressions expressions) {
    this.cases = cases;
    this.declared = declared;
    this.expressions = expressions;
  }

  /** One action or several, the first about {@code target}. */
  String actions(String target) {
    return Stream.concat(Stream.of(action(target)),
        Stream.generate(() -> cases.oneIn(3) ? log() : action(declared.market(cases)))
            .limit(cases.oneOf(0, 0, 0, 1, 2)))
        .collect(Collectors.joining(cases.oneOf("; ", "\n    ")));
  }

  private String action(String target) {
    if (declared.resizes && cases.oneIn(4)) return resize();
    return switch (cases.between(0, 17)) {
      case 0, 1 -> "CLOSE " + target;
      case 2 -> cases.oneOf("CLOSE_ALL", "FLATTEN", "CANCEL_ALL", "CANCEL " + target);
      case 3 -> pair(target);
      case 4 -> declared.resizes ? order(target) : latch(target);
      case 5 -> declared.hasBasket && !declared.hasDefaultExits && !declared.hasDefaultTime
          ? side() + " both SIZING " + cases.between(50, 900) + " USD"
          : order(target);
      case 6 -> declared.hasBasket ? "CLOSE both" : log();
      default -> order(target);
    };
  }

  private String log() {
    return "LOG %s\"seen {x}\" x = %s".formatted(cases.oneOf("", "INFO ", "WARN ", "DEBUG "),
        cases.oneIn(2) ? expressions.number(1) : expressions.condition(1));
  }

  private String resize() {
    return "RESIZE eth TO " + cases.tenths(0, 40)
        + (cases.oneIn(2) ? " MIN_STEP " + cases.tenths(1, 5) : "");
  }

  private String side() {
    return cases.oneOf("BUY", "SELL");
  }

  String order(String target) {
    boolean mayExit = !declared.resizes || !target.equals("eth");
    boolean exits = mayExit && !cases.oneIn(3);
    var order = new StringBuilder(side() + " " + target);
    if (exits && cases.oneIn(5)) return order + " SIZING 0.5" + ofTwoPrices(target);
    boolean listed = exits && cases.oneIn(8);
    if (!listed) order.append(" SIZING ").append(size(exits));
    boolean isParent = !exits && !declared.hasDefaultExits && cases.oneIn(3);
    if (!listed) order.append(type(target, !isParent));
    if (exits) order.append(bracket());
    if (listed) order.append(layers());
    else if (exits)
      order.append(more(target));
    if (isParent) order.append(" ON_FILL { ").append(plain(target)).append(" }");
    return order.toString();
  }

  /** At most one of what does not go with another. */
  private String more(String target) {
    return switch (cases.between(0, 8)) {
      case 0 -> " STACK %d SPACING %s%s%s".formatted(cases.between(2, 5), cases.tenths(2, 20),
          cases.oneOf("", " ABOVE", " BELOW"), cases.oneOf("", " WITHIN 20m", " SHARED"));
      case 1 -> tier() + (cases.oneIn(2) ? tier() : "");
      case 2 -> " ON_STOP { %s }".formatted(hooked(target));
      case 3 -> " ON_TP { %s } ON_CLOSE { %s }".formatted(hooked(target), hooked(target));
      default -> "";
    };
  }

  private String ofTwoPrices(String target) {
    return " OCO { STOP AT %s.close - %s, LIMIT AT %s.close + %s }".formatted(target,
        cases.tenths(-30, 30), target, cases.tenths(-30, 30));
  }

  private String size(boolean hasStop) {
    return switch (cases.between(0, hasStop ? 10 : 7)) {
      case 0 -> cases.between(20, 900) + " USD";
      case 1 -> cases.between(1, 9) + cases.oneOf(" PCT", " %") + " OF "
          + cases.oneOf("EQUITY", "BALANCE");
      case 2 -> "POSITION." + declared.market(cases);
      case 3 -> cases.oneIn(5)
          ? expressions.number(1)
          : "min(2, abs(" + expressions.number(1) + "))";
      case 7 -> "RISK $ " + cases.between(1, 9);
      case 8 -> "RISK 0.000" + cases.between(1, 9);
      case 9 -> "0.0" + cases.between(1, 9) + " PCT RISK";
      default -> cases.tenths(1, 30);
    };
  }

  private String type(String target, boolean mayEnd) {
    var price = target + ".close " + cases.oneOf("+ ", "- ") + cases.tenths(0, 20);
    var word = cases.oneOf(" ORDER_TYPE =", "");
    return switch (cases.between(0, 10)) {
      case 0, 1 -> word + " LIMIT AT " + price + time(mayEnd);
      case 2 -> word + " STOP AT " + price + time(mayEnd);
      case 3 -> word + " STOP AT " + price + " LIMIT AT " + price + " + 0.5" + time(mayEnd);
      case 4 -> " ORDER_TYPE = TRAILING BY " + cases.tenths(3, 30);
      case 5 -> " ORDER_TYPE = TRAILING PCT " + cases.tenths(2, 30);
      default -> declared.hasDefaultTime ? "" : cases.oneOf("", " ORDER_TYPE = MARKET");
    };
  }

  private String time(boolean mayEnd) {
    return switch (cases.between(0, 7)) {
      case 0 -> " TIF IOC";
      case 1 -> " TIF FOK";
      case 2 -> " TIF DAY";
      case 3 -> mayEnd ? " TIF GTD UNTIL NOW + " + cases.between(1, 60) + "m" : "";
      default -> "";
    };
  }

  private String bracket() {
    var target = switch (cases.between(0, 4)) {
      case 0 -> "RR " + cases.tenths(5, 40);
      case 1 -> "BY " + cases.tenths(2, 40) + " PCT";
      case 2 -> "BY " + "atr(%s, %d) * 2".formatted(declared.market(cases), cases.between(2, 9));
      default -> "BY " + cases.tenths(2, 60);
    };
    return cases.oneIn(3)
        ? " STOP_LOSS " + stop() + " TAKE_PROFIT " + target
        : " BRACKET { STOP LOSS %s, TAKE PROFIT %s }".formatted(stop(), target);
  }

  private String stop() {
    return switch (cases.between(0, 9)) {
      case 0 -> "TRAILING %s AFTER MFE >= %s".formatted(cases.tenths(3, 20), cases.tenths(3, 30));
      case 1 -> "BY %s STEP TO BREAKEVEN AFTER MFE >= 1 STEP TO ENTRY + 0.5 AFTER MFE >= 2"
          .formatted(cases.tenths(3, 40));
      case 2 -> "BY 4 TIGHTEN BY %s EVERY %dm FLOOR 0.5".formatted(cases.tenths(1, 9),
          cases.between(1, 30));
      case 3 -> "BY " + cases.tenths(2, 40) + " PCT";
      case 4 -> "PCT " + cases.tenths(2, 40);
      case 5 -> "BY atr(%s, %d) * 1.5".formatted(declared.market(cases), cases.between(2, 9));
      default -> "BY " + cases.tenths(2, 60);
    };
  }

  private String layers() {
    return " STACK [%s, %s AT entry - %s, %s LIMIT AT entry - %s, 0.3 STOP AT entry + 1] WITHIN %dm"
        .formatted(cases.tenths(1, 9), cases.tenths(1, 9), cases.tenths(-20, 20),
            cases.tenths(1, 9), cases.tenths(1, 20), cases.between(5, 90));
  }

  private String tier() {
    return " STACK_AT %s WITHIN %dm SIZING %s BRACKET { STOP LOSS BY %s, TAKE PROFIT BY 2 }"
        .formatted(cases.oneIn(2) ? "MFE >= 0." + cases.between(2, 9) : "MAE >= 0.8 RECOVER 0.3",
            cases.between(10, 90), cases.oneOf("ENTRY_QTY * 0.5", "0.4"), cases.tenths(2, 40));
  }

  private String hooked(String target) {
    return switch (cases.between(0, 4)) {
      case 0 -> "LOG \"{pnl} {why}\" pnl = EXIT.pnl why = EXIT.reason";
      case 1 -> side() + " " + target + " SIZING EXIT.qty LIMIT " + cases.oneOf("WITH", "AGAINST")
          + " 0.5; LOG \"again\"";
      case 2 -> side() + " " + target + " SIZING 0.2" + bracket();
      default -> side() + " " + target + " SIZING EXIT.qty";
    };
  }

  private String plain(String target) {
    return "%s %s SIZING %s%s".formatted(side(), target, cases.tenths(1, 9),
        cases.oneIn(2) ? " LIMIT AT entry + " + cases.tenths(-20, 20) : "");
  }

  private String pair(String target) {
    boolean exits = !declared.resizes && cases.oneIn(2);
    var price = target + ".close";
    return "OCO_ENTRY { BUY %s SIZING 0.4 STOP AT %s + %s%s, SELL %s SIZING 0.4 STOP AT %s - %s%s }"
        .formatted(target, price, cases.tenths(1, 20), exits ? bracket() : "", target, price,
            cases.tenths(1, 20), exits ? bracket() : "");
  }

  private String latch(String target) {
    return "LATCH %s OFFSET %s%s ARM %dm%s {\n      %s\n    }".formatted(target,
        cases.oneIn(2) ? cases.tenths(2, 20) : "atr(%s, 4)".formatted(target),
        cases.oneIn(3) ? " FROM " + target + ".open" : "", cases.between(3, 60), confirm(),
        Stream.generate(() -> entry(target))
            .limit(cases.between(1, 3))
            .collect(Collectors.joining(";\n      ")));
  }

  private String confirm() {
    return switch (cases.between(0, 5)) {
      case 0 -> " CONFIRM CLOSE_BEYOND";
      case 1 -> " CONFIRM TIME_IN_BREACH 20s";
      case 2 -> " CONFIRM RETEST_HOLD 0.5 WITHIN 10m";
      default -> "";
    };
  }

  private String entry(String target) {
    boolean exits = cases.oneIn(2);
    return "ENTER %s%s SIZING %s%s%s".formatted(
        cases.oneIn(4) ? "ON " + declared.market(cases) + " " : "",
        cases.oneOf("MARKET", "LIMIT RETRACE 0.4", "STOP WITH 0.3"),
        exits ? cases.oneOf("0.3", "RISK $ 5") : "0.3", cases.oneIn(3) ? " EXPIRE 9m" : "",
        exits ? " BRACKET { STOP LOSS AGAINST 1.5, TAKE PROFIT WITH 1 }" : "");
  }
}
