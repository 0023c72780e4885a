package io.qkt.backtest.text;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.Indicator.Parameter;
import io.qkt.core.indicator.catalogue.IndicatorCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes expressions of every form, which are of the kind that is asked for. */
final class RandomExpressions {
  private static final List<String> FIELDS = List.of("open", "high", "low", "close", "price",
      "volume", "value");
  private static final List<String> POSITION = List.of("", ".qty", ".entry_price",
      ".unrealized_pnl", ".realized_pnl", ".pnl", ".holding_duration", ".mfe", ".mae", ".gross",
      ".count", ".longs", ".shorts", ".trades_today", ".last_trade_at");
  private static final List<String> STATE = List.of("ACCOUNT.equity", "ACCOUNT.balance",
      "ACCOUNT.realized_pnl", "ACCOUNT.unrealized_pnl", "ACCOUNT.total_pnl", "ACCOUNT.dd_pct",
      "ACCOUNT.equity_peak", "ACCOUNT.open_positions_count", "ACCOUNT.trades_today",
      "ACCOUNT.wins_today", "ACCOUNT.losses_today", "ACCOUNT.win_streak", "ACCOUNT.loss_streak",
      "ACCOUNT.last_trade_at", "ACCOUNT.last_trade_pnl", "STREAK.wins", "STREAK.losses",
      "STREAK.banked", "TRADES.today", "COOLDOWN.remaining_s", "NOW", "NOW.hour_utc",
      "NOW.minute_utc", "NOW.weekday", "NOW.day", "NOW.month", "NOW.days_in_month",
      "NOW.date_utc");
  private static final List<String> ONE_ARGUMENT = List.of("abs", "sqrt", "log", "ceil", "floor",
      "round");
  private static final List<String> TWO_ARGUMENTS = List.of("mod", "round_to", "max", "min",
      "rank_of", "normalize", "softmax");

  private final Cases cases;
  private final Declared declared;
  /** Whether what only the condition of a rule may ask is allowed. */
  private boolean inRule;

  RandomExpressions(Cases cases, Declared declared) {
    this.cases = cases;
    this.declared = declared;
  }

  /** The condition of a rule, which trades now and then and not on every bar. */
  String ofRule(String target) {
    inRule = true;
    var first = cases.oneIn(4) ? condition(2) : signal();
    var held = "POSITION." + target;
    var whole = switch (cases.between(0, 6)) {
      case 0 -> first;
      case 1 -> first + " AND " + held + " <> 0";
      case 2 -> first + " OR " + condition(1);
      default -> "(%s) AND %s = 0".formatted(first, held);
    };
    inRule = false;
    return whole;
  }

  /** Something that turns true every few bars. */
  private String signal() {
    var of = cases.oneIn(4) ? declared.stream(cases) : declared.market(cases);
    var average = "%s(%s, %d)".formatted(cases.oneOf("ema", "sma", "wma", "dema", "lowest",
        "highest"), of + ".close", cases.between(2, 9));
    return switch (cases.between(0, 4)) {
      case 0 -> of + ".close " + cases.oneOf("<", ">") + " " + average;
      case 1 -> "NOW.minute_utc % " + cases.between(2, 9) + " = 0";
      default -> of + ".close CROSSES " + cases.oneOf("ABOVE ", "BELOW ") + average;
    };
  }

  /** A condition that may stand anywhere. */
  String condition(int depth) {
    if (depth <= 0) return comparison(0);
    return switch (cases.between(0, 14)) {
      case 0 -> condition(depth - 1) + " AND " + condition(depth - 1);
      case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
      case 2 -> "NOT (" + condition(depth - 1) + ")";
      case 3 -> number(depth - 1) + " BETWEEN " + number(0) + " AND " + number(depth - 1);
      case 4 -> "NOW.minute_utc IN [" + cases.between(0, 60) + ", " + number(0) + "]";
      case 5 -> number(depth - 1) + " CROSSES " + cases.oneOf("ABOVE ", "BELOW ") + number(0);
      case 6 -> number(depth - 1) + " IS " + cases.oneOf("", "NOT ") + "NULL";
      case 7 -> "CASE WHEN %s THEN %s ELSE %s END".formatted(condition(depth - 1),
          comparison(0), comparison(0));
      case 8 -> "SESSION_WINDOW(%d, %d, %d, %d)".formatted(cases.between(0, 24),
          cases.between(0, 60), cases.between(0, 24), cases.between(0, 60));
      case 9 -> cases.oneOf("CALENDAR_WINDOW(12, 20, 1, 5)", "LAST_TRADING_DAY_OF_MONTH()");
      case 10 -> "count(%s, %d) >= %d".formatted(comparison(0), cases.between(2, 9),
          cases.between(1, 4));
      case 11 -> declared.sequences.isEmpty()
          ? comparison(depth - 1)
          : "SEQUENCE.%s.complete".formatted(cases.oneOf(declared.sequences));
      case 12 -> declared.conditions.isEmpty()
          ? comparison(depth - 1)
          : cases.oneOf(declared.conditions);
      default -> comparison(depth - 1);
    };
  }

  private String comparison(int depth) {
    return number(depth) + " " + cases.oneOf(">", "<", ">=", "<=", "=", "==", "!=", "<>") + " "
        + number(depth);
  }

  String number(int depth) {
    if (depth <= 0) return leaf();
    return switch (cases.between(0, 13)) {
      case 0, 1 -> "(%s %s %s)".formatted(number(depth - 1), cases.oneOf("+", "-", "*", "/", "%"),
          number(0));
      case 2 -> "-(" + number(depth - 1) + ")";
      case 3 -> cases.oneOf(ONE_ARGUMENT) + "(" + number(depth - 1) + ")";
      case 4 -> cases.oneOf(TWO_ARGUMENTS) + "(" + number(depth - 1) + ", " + number(0) + ")";
      case 5 -> cases.oneIn(2)
          ? "exp(" + number(0) + " / 1000)"
          : "pow(" + number(depth - 1) + ", " + cases.tenths(-20, 20) + ")";
      case 6 -> "CASE WHEN %s THEN %s ELSE %s END".formatted(comparison(0), number(depth - 1),
          number(0));
      case 7 -> cases.oneOf("sum(", "avg(") + series(depth - 1) + ", " + cases.between(1, 9) + ")";
      case 8 -> indicator(depth - 1) + "[" + cases.between(0, 4) + "]";
      case 9 -> inRule ? sinceWhen(depth - 1) : indicator(depth - 1);
      default -> indicator(depth - 1);
    };
  }

  private String leaf() {
    return switch (cases.between(0, inRule ? 12 : 11)) {
      case 11 -> sinceWhen(0);
      case 0 -> cases.tenths(-50, 1_200);
      case 1 -> "POSITION." + declared.market(cases) + cases.oneOf(POSITION);
      case 2 -> cases.oneOf(STATE);
      case 3 -> cases.oneOf("OPEN_ORDERS.", "POSITION_AVG_PRICE.") + declared.market(cases);
      case 4 -> declared.numbers.isEmpty() ? field() : cases.oneOf(declared.numbers);
      case 5 -> declared.sequences.isEmpty() ? field() : ofSequence();
      case 6 -> inRule && !declared.lets.isEmpty() ? snapshot() : field();
      case 7 -> declared.market(cases)
          + cases.oneOf(".bid", ".ask", ".spread", ".mid", ".timestamp", ".tick_size",
              ".contract_size", ".volume_step", ".volume_min", ".swap_long_points");
      default -> field();
    };
  }

  private String ofSequence() {
    return "SEQUENCE.%s.%s".formatted(cases.oneOf(declared.sequences),
        cases.oneOf("stage", "first.price", "second.price", "first.time"));
  }

  private String snapshot() {
    return cases.oneOf(declared.lets) + "@"
        + cases.oneOf("buy", "sell", "open", "T-" + cases.between(1, 9));
  }

  private String sinceWhen(int depth) {
    return "%s(%s) SINCE %s".formatted(cases.oneOf("MAX", "MIN", "MEAN", "SUM"), series(depth),
        cases.oneIn(3) ? "OPEN" : "T-" + cases.between(1, 20));
  }

  private String field() {
    var field = declared.stream(cases) + "." + cases.oneOf(FIELDS);
    return cases.oneIn(4) ? field + "[" + cases.between(0, 5) + "]" : field;
  }

  /** A number that mentions a stream, whose bars move what is made of it. */
  private String series(int depth) {
    if (depth > 0 && cases.oneIn(3)) return indicator(depth - 1);
    return switch (cases.between(0, 5)) {
      case 0 -> declared.stream(cases);
      case 1 -> "(" + field() + " - " + field() + ")";
      default -> declared.stream(cases) + "." + cases.oneOf(FIELDS);
    };
  }

  private String indicator(int depth) {
    var indicator = cases.oneOf(IndicatorCatalogue.all());
    var series = switch (indicator.inputs()) {
      case NUMBER -> List.of(series(depth));
      case TWO_NUMBERS -> List.of(series(depth), series(0));
      case NUMBERS -> Stream.generate(() -> series(0)).limit(cases.between(2, 4)).toList();
      case CONDITION -> List.of(declared.stream(cases) + ".close > " + field());
      case CANDLE -> List.of(barred(indicator) + cases.oneOf("", ".candle"));
      case TICK -> List.of(declared.market(cases) + cases.oneOf("", ".tick"));
    };
    boolean isCounted = indicator.inputs() == Indicator.Inputs.NUMBERS;
    var parameters = fitting(indicator, isCounted ? series.size() : 0);
    return Stream.concat(series.stream(), parameters.stream())
        .collect(Collectors.joining(", ", indicator.name() + "(", ")"));
  }

  /** A basket and the account have no volume. */
  private String barred(Indicator indicator) {
    return indicator.name().startsWith("vwap") || indicator.name().equals("obv")
        ? declared.market(cases)
        : declared.stream(cases);
  }

  /** Small parameters that the indicator takes together; {@code inputs} is 0 where none counts. */
  private List<String> fitting(Indicator indicator, int inputs) {
    while (true) {
      var values = new ArrayList<Double>();
      if (inputs > 0) values.add((double) inputs);
      for (var parameter : indicator.parameters())
        values.add(value(parameter));
      double[] args = values.stream().mapToDouble(Double::doubleValue).toArray();
      if (indicator.misfit(args) != null) continue;
      return values.stream().skip(inputs > 0 ? 1 : 0).map(RandomExpressions::text).toList();
    }
  }

  private double value(Parameter parameter) {
    int more = cases.between(0, cases.oneIn(6) ? 40 : 8);
    return parameter.least() + (parameter.fractional() ? more / 4.0 : more);
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
