package io.qkt.backtest.text;

import io.qkt.dsl.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that nobody would write, save to do harm. */
final class HostileText {
  static final String PORTFOLIO = """
      PORTFOLIO p VERSION 1 CAPITAL 10000
      SYMBOLS btc = TEST:BTC EVERY 1m
      LET up = ema(btc.close, 5) > ema(btc.close, 9)
      IMPORT 'a.qkt' AS a HOLD
      IMPORT 'b.qkt' AS b
      REGIMES NAME mood STATE good WHEN up STATE bad DEFAULT
      ALLOCATE METHOD REGIME_WEIGHTED good -> a 1, b 0.5 bad -> a 0.5
      RULES
        WHEN btc.close > 90 AND POSITION.btc = 0 RUN a WITH HYSTERESIS 3 BARS
        WHEN NOT up RUN b OVERRIDE { gap = 2 }
      """;
  private static final List<String> PARTS = List.of("(", ")", "[", "]", "{", "}", ",", ";", "=",
      "-", "%", "/ 0", "0", "1", "-1", "0.5", "1e308", "1e-300", "99999999999", "100000", "100001",
      "2147483648", "NULL", "TRUE", "'x'", "btc", "eth", "own", "both", "s", "px", "gap", "SYMBOL",
      "entry", "ENTRY_QTY", "EXIT.pnl", "POSITION.both", "POSITION.own.mfe", "btc.tick", "quiet",
      "btc.candle", "btc.close", "seq", "SEQUENCE.seq.complete", "5m", "0m", "36500d", "BOOK",
      "RISK 1", "PCT", "USD", "SINCE OPEN", "T-1", "@open", "[3]", "ema(btc, 3)", "AND", "CROSSES",
      "STOP", "LIMIT", "AT", "BY", "RR", "TRAILING", "STACK", "SHARED", "WHILE", "ON", "LET",
      "max(", "resid(", "WHEN", "BUY", "CLOSE", "CASE", "é", "\uD800", "\0", "\"", "/*", "--");

  private static final List<String> NUMBERS = List.of("0", "1", "2", "0.5", "1.5", "7", "99", "60",
      "100000", "100001", "1e9", "1e300", "1e-300", "2147483647", "2147483648", "99999999999999");

  /** A text that grows where it is put together, and what it is called. */
  record Bomb(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private HostileText() {}

  static String mutated(long seed) {
    return mutated(RandomStrategy.text(seed % 4_000), new Cases(~seed));
  }

  /** With some of its words lost, doubled, exchanged, or made something else. */
  static String mutated(String text, Cases cases) {
    var tokens = new ArrayList<String>();
    int end = 0;
    for (var token : Parser.parse(text).tokens()) {
      tokens.add(text.substring(end, token.end()));
      end = token.end();
    }
    for (int i = cases.oneOf(1, 1, 1, 2, 3, 8); i > 0 && !tokens.isEmpty(); i--)
      mutate(tokens, cases);
    return String.join("", tokens);
  }

  private static void mutate(List<String> tokens, Cases cases) {
    int at = cases.between(0, tokens.size());
    switch (cases.between(0, 14)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> tokens.set(at, cases.oneOf(tokens));
      case 3 -> tokens.addAll(at, List.copyOf(tokens.subList(at,
          Math.min(tokens.size(), at + cases.between(1, 40)))));
      case 4 -> tokens.subList(at, Math.min(tokens.size(), at + cases.between(1, 40))).clear();
      case 5 -> tokens.add(at, " " + cases.oneOf(PARTS));
      case 6, 7, 8, 9, 10, 11 -> tokens.replaceAll(
          token -> cases.oneIn(30) ? likeness(token, tokens, cases) : token);
      default -> tokens.set(at, " " + cases.oneOf(PARTS));
    }
  }

  /** Another number for a number, another name of the text for a name, so that it still parses. */
  private static String likeness(String token, List<String> tokens, Cases cases) {
    var bare = token.strip();
    if (bare.matches("[0-9.]+")) return token.replace(bare, cases.oneOf(NUMBERS));
    if (!bare.matches("[a-z_]{2,}")) return token;
    var other = cases.oneOf(tokens).strip();
    return other.matches("[a-z_]{2,}") ? token.replace(bare, other) : token;
  }

  static Stream<Bomb> bombs() {
    return Stream.of(
        new Bomb("LETs that double 64 times", head() + doubling(64, "(%s + %s)")),
        new Bomb("LETs of indicators that double", head() + doubling(64, "ema(%s - %s, 3)")),
        new Bomb("LETs that double in conditions", head() + doubling(64, "CASE WHEN %s > 1 THEN %s"
            + " ELSE 0 END")),
        new Bomb("a LET that is mentioned ten thousand times", head() + lets(9_000, "a")),
        new Bomb("LETs in a chain", head() + chain(4_900, "%s + 1")),
        new Bomb("LETs of calls in a chain", head() + chain(3_300, "abs(%s)")),
        new Bomb("LETs of windows in a chain", head() + chain(1_500, "lag(%s, 100000)")),
        new Bomb("LETs of a function of many in a chain", head() + chain(2_000, "max(1, %s)")),
        new Bomb("LETs of CASE in a chain", head() + chain(1_200,
            "CASE WHEN TRUE THEN %s ELSE 0 END")),
        new Bomb("LETs of IN in a chain", head() + chain(900,
            "CASE WHEN 1 IN [2, %s] THEN 1 ELSE 0 END")),
        new Bomb("LETs of bars ago in a chain", head() + chain(1_200, "abs(%s)[1]")),
        new Bomb("LETs of counts in a chain", head() + chain(900,
            "count(CASE WHEN %s > 1 THEN TRUE ELSE FALSE END, 2)")),
        new Bomb("LETs of sums in a chain", head() + chain(1_200, "sum(%s, 2)")),
        new Bomb("LETs of NOT in a chain", head() + "LET l0 = TRUE " + IntStream.range(1, 2_000)
            .mapToObj(i -> "LET l" + i + " = NOT l" + (i - 1) + " ")
            .collect(Collectors.joining()) + rule("l1999")),
        new Bomb("LETs in a circle", head() + "LET a = b LET b = c LET c = a " + rule("a > 1")),
        new Bomb("ten thousand LETs", head() + lets(10_000, "1")),
        new Bomb("rules of LETs over all streams", streams(60)
            + doubling(12, "(%s + %s)", "s0.close") + forEach(60, 20)),
        new Bomb("FOR EACH over one stream, often", head() + "RULES FOR EACH s IN ["
            + "btc, ".repeat(3_000) + "btc] DO WHEN s.close > 1 THEN CLOSE s"),
        new Bomb("FOR EACH with indicators", streams(64) + forEach(64, 40)),
        new Bomb("baskets of all streams", streams(32) + baskets(32)),
        new Bomb("baskets beyond the most streams", streams(64) + baskets(64)),
        new Bomb("a period beyond all", head() + rule("sma(btc.close, 1e300) > 1")),
        new Bomb("the longest windows", head() + rule(IntStream.range(0, 150)
            .mapToObj(i -> "sma(btc.close, " + (99_999 - i) + ") > 1")
            .collect(Collectors.joining(" AND ")))),
        new Bomb("the most layers", head() + "RULES WHEN TRUE THEN BUY btc SIZING 1 STACK 1000"
            + " SPACING 1 BRACKET { STOP LOSS BY 1, TAKE PROFIT BY 1 }"),
        new Bomb("layers beyond all", head() + "RULES WHEN TRUE THEN BUY btc SIZING 1 STACK"
            + " 2147483647 SPACING 1 BRACKET { STOP LOSS BY 1, TAKE PROFIT BY 1 }"),
        new Bomb("DEFAULTS in very many orders", head() + "DEFAULTS { SIZING = 1 STOP_LOSS = BY"
            + " atr(SYMBOL, 14) TAKE_PROFIT = RR 2 } RULES WHEN TRUE THEN "
            + "BUY btc; ".repeat(2_400)),
        new Bomb("periods of LETs that double", head() + doubling(64, "%s * %s", "2") + " "
            + "LET z = sma(btc.close, l63) " + rule("z > 1")),
        new Bomb("schedules of all times", head() + "SCHEDULE AT " + IntStream.range(0, 1_400)
            .mapToObj(i -> i / 60 + ":" + i % 60)
            .collect(Collectors.joining(", ")) + " NY THEN CLOSE_ALL"),
        new Bomb("very many sequences", head() + IntStream.range(0, 900)
            .mapToObj(i -> "SEQUENCE s" + i + " ON btc { STAGE a: TRUE STAGE b: TRUE } ")
            .collect(Collectors.joining())),
        new Bomb("hooks in hooks", head() + "RULES WHEN TRUE THEN " + "BUY btc SIZING 1 ON_CLOSE { "
            .repeat(60)));
  }

  private static String head() {
    return "STRATEGY s VERSION 1 SYMBOLS btc = TEST:BTC EVERY 1m ";
  }

  private static String streams(int count) {
    return "STRATEGY s VERSION 1 SYMBOLS " + IntStream.range(0, count)
        .mapToObj(i -> "s" + i + " = TEST:S" + i + " EVERY 1m ")
        .collect(Collectors.joining());
  }

  private static String all(int count) {
    return IntStream.range(0, count).mapToObj(i -> "s" + i).collect(Collectors.joining(", "));
  }

  private static String baskets(int count) {
    var order = IntStream.range(0, count)
        .mapToObj(i -> "BUY k" + i + " SIZING 100 USD; ")
        .collect(Collectors.joining());
    return IntStream.range(0, count)
        .mapToObj(i -> "k" + i + " = BASKET EQUAL_WEIGHT [" + all(count) + "] EVERY 1m ")
        .collect(Collectors.joining()) + "RULES WHEN TRUE THEN " + order;
  }

  private static String forEach(int streams, int rules) {
    return "RULES " + ("FOR EACH s IN [" + all(streams) + "] DO WHEN ema(s.close, 9) > l11 THEN"
        + " BUY s SIZING 1 ").repeat(rules);
  }

  private static String doubling(int count, String of) {
    return doubling(count, of, "btc.close") + rule("l" + (count - 1) + " > 1");
  }

  private static String doubling(int count, String of, String first) {
    return "LET l0 = " + first + " " + IntStream.range(1, count)
        .mapToObj(i -> "LET l" + i + " = " + of.formatted("l" + (i - 1), "l" + (i - 1)) + " ")
        .collect(Collectors.joining());
  }

  private static String chain(int count, String of) {
    return "LET l0 = btc.close " + IntStream.range(1, count)
        .mapToObj(i -> "LET l" + i + " = " + of.formatted("l" + (i - 1)) + " ")
        .collect(Collectors.joining()) + rule("l" + (count - 1) + " > 1");
  }

  private static String lets(int count, String value) {
    return "LET a = btc.close " + IntStream.range(0, count)
        .mapToObj(i -> "LET n" + i + " = " + value + " ")
        .collect(Collectors.joining()) + rule("n" + (count - 1) + " > 1");
  }

  private static String rule(String condition) {
    return "RULES WHEN " + condition + " THEN CLOSE btc";
  }
}
