package io.qkt.dsl.expr;

import io.qkt.core.indicator.Indicator;
import io.qkt.core.indicator.Indicator.Inputs;
import io.qkt.core.indicator.catalogue.IndicatorCatalogue;
import io.qkt.core.indicator.session.TimedIndicator;
import io.qkt.core.indicator.statistic.Lag;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.calendar.CalendarWindow;
import io.qkt.core.program.cell.Aggregate;
import io.qkt.core.program.cell.Cells;
import io.qkt.core.program.cell.IndicatorCell;
import io.qkt.core.program.cell.Ready;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.function.ScalarFunction;
import io.qkt.core.program.node.AsNumber;
import io.qkt.core.program.node.Slot;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.issue.Nearest;
import io.qkt.dsl.scope.Scope;
import io.qkt.dsl.syntax.ast.Expr;
import io.qkt.dsl.syntax.ast.Name;
import io.qkt.dsl.syntax.ast.Node;
import io.qkt.dsl.syntax.lex.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Functions, indicators, and what looks back. */
final class Calls {
  static final int LOOK_BACK_MAX = 100_000;
  private static final int INDICATORS_MAX = 200;
  private static final int WINDOWS_MAX = 1_000_000;
  private static final long MICROS_PER_MINUTE = 60_000_000L;

  private final Expressions expressions;
  private final String source;
  private final Scope scope;
  private final ProgramBuilder builder;
  private final Cells cells;
  private final Reports reports;
  private final TreeSet<Integer> used = new TreeSet<>();
  private long windows;

  Calls(Expressions expressions, String source, Scope scope, ProgramBuilder builder, Cells cells,
      Reports reports) {
    this.expressions = expressions;
    this.source = source;
    this.scope = scope;
    this.builder = builder;
    this.cells = cells;
    this.reports = reports;
  }

  Value call(Expr.Call call, Place place) {
    // Of a program that has too many already, no more are made: that was said.
    if (used.size() > INDICATORS_MAX) return Value.BAD;
    var name = call.function().text().toLowerCase(Locale.ROOT);
    var indicator = IndicatorCatalogue.named(name);
    if (indicator.isPresent()) return indicator(indicator.get(), call, place);
    var function = ScalarFunction.named(name);
    if (function.isPresent()) return scalar(function.get(), call, place);
    return switch (name) {
      case "sum" -> lastOf(Aggregate.SUM, call, place);
      case "avg" -> lastOf(Aggregate.MEAN, call, place);
      case "count" -> count(call, place);
      case "calendar_window", "session_window", "last_trading_day_of_month" -> window(name, call,
          place);
      default -> unknown(call.function());
    };
  }

  /** So many are there that some of them would be of no help. */
  private Value unknown(Name name) {
    return reports.error(Code.UNKNOWN_FUNCTION, name, "unknown function or indicator `%s`"
        .formatted(Shown.clipped(name.text())),
        Nearest.to(name.text(), names())
            .map("use `%s`"::formatted)
            .orElse("use one that `qkt indicators` lists"));
  }

  private static TreeSet<String> names() {
    var names = new TreeSet<>(List.of("sum", "avg", "count", "calendar_window", "session_window",
        "last_trading_day_of_month"));
    IndicatorCatalogue.all().forEach(indicator -> names.add(indicator.name()));
    for (var function : ScalarFunction.values())
      names.add(function.text());
    return names;
  }

  private Value scalar(ScalarFunction function, Expr.Call call, Place place) {
    if (!function.takes(call.arguments().size())) {
      boolean any = function.most() == ScalarFunction.ANY;
      return arguments(call, any, "xyz".substring(0, function.least()).split(""));
    }
    return Value.of(function.of(numbers(call.arguments(), place)));
  }

  /** @param any whether there may be more of them */
  private Value arguments(Expr.Call call, boolean any, String... expected) {
    var name = Shown.clipped(call.function().text());
    return reports.error(Code.ARGUMENTS, call,
        "`%s` must have %s%d argument%s, was given %d".formatted(name, any ? "at least " : "",
            expected.length, expected.length == 1 ? "" : "s", call.arguments().size()),
        "write it as in `%s(%s%s)`".formatted(name, String.join(", ", expected),
            any ? ", …" : ""));
  }

  /** The parser has seen that the arguments are whole numbers within their range. */
  private Value window(String name, Expr.Call call, Place place) {
    var at = call.arguments()
        .stream()
        .mapToInt(arg -> (int) expressions.constant(arg, place).orElse(0))
        .toArray();
    if (at.length != (name.startsWith("last") ? 0 : 4)) {
      return name.startsWith("last")
          ? arguments(call, false)
          : arguments(call, false, "9", "0", "17", "30");
    }
    return Value.truth(switch (name) {
      case "calendar_window" -> new CalendarWindow.OfYear(at[0], at[1], at[2], at[3]);
      case "session_window" -> new CalendarWindow.OfDay(at[0], at[1], at[2], at[3]);
      default -> new CalendarWindow.LastTradingDayOfMonth();
    });
  }

  private Value lastOf(Aggregate fold, Expr.Call call, Place place) {
    if (call.arguments().size() != 2) return arguments(call, false, "btc.close", "20");
    var bars = bars("a number of bars", call.arguments().get(1), 1, place);
    return bars.isEmpty() ? Value.BAD
        : last(fold, call, call.arguments().getFirst(), bars.get(), place);
  }

  /** Over the last so many bars of the rule's own stream; elsewhere, of the first one named. */
  Value last(Aggregate fold, Expr at, Expr operand, int bars, Place place) {
    var inner = place.apart();
    int errors = reports.errors();
    var node = expressions.number(operand, inner);
    if (reports.errors() > errors) return Value.BAD;
    var clock = clock(at, place, inner.mentions());
    if (clock.isEmpty() || isTooFar(at, bars)) return Value.BAD;
    needs(place, inner.mentions(), clock.get(), bars);
    return counted(at, cells.last(fold, clock.get(), node, bars));
  }

  private Value count(Expr.Call call, Place place) {
    if (call.arguments().size() != 2) return arguments(call, false, "btc.close > 100", "20");
    var inner = place.apart();
    var condition = expressions.condition(call.arguments().getFirst(), inner);
    var bars = bars("a number of bars", call.arguments().get(1), 1, place);
    var clock = clock(call, place, inner.mentions());
    if (bars.isEmpty() || clock.isEmpty()) return Value.BAD;
    needs(place, inner.mentions(), clock.get(), bars.get());
    return counted(call, cells.count(clock.get(), condition, bars.get()));
  }

  private Optional<Integer> clock(Expr at, Place place, Mentions inner) {
    if (place.clock() >= 0) return Optional.of(place.clock());
    if (inner.primary().isPresent()) return Optional.of(inner.primary().getAsInt());
    reports.error(Code.NO_STREAM, at, "what looks back must mention a stream, mentions none",
        "write it as in `ema(btc.close, 9)`");
    return Optional.empty();
  }

  /** {@code field[n]} and {@code f(…)[n]}. */
  Value barsAgo(Expr.BarsAgo barsAgo, Place place) {
    var bars = bars("the bars ago", barsAgo.bars(), 0, place);
    if (barsAgo.operand() instanceof Expr.Field(_, var field, _)
        && !Fields.BAR.containsKey(field.text())) {
      return reports.error(Code.BARS_AGO, barsAgo, "what is asked some bars ago must be a field of"
          + " a bar, was `%s`".formatted(Shown.clipped(field.text())),
          "use one of "
              + String.join(", ", Fields.BAR.keySet()));
    }
    var inner = place.apart();
    int errors = reports.errors();
    var node = expressions.number(barsAgo.operand(), inner);
    if (bars.isEmpty() || reports.errors() > errors) return Value.BAD;
    var primary = inner.mentions().primary();
    if (bars.get() == 0 || primary.isEmpty()) {
      place.mentions().add(inner.mentions());
      return bars.get() == 0 ? Value.of(node) : noStream(barsAgo);
    }
    needs(place, inner.mentions(), primary.getAsInt(), Lag.LAG.warmUp(bars.get()));
    return counted(barsAgo, cells.lag(primary.getAsInt(), node, bars.get()));
  }

  private Value noStream(Node at) {
    return reports.error(Code.NO_STREAM, at,
        "a series must mention a stream whose bars move it, mentions none",
        "write it as in `ema(btc.close, 9)`");
  }

  private Optional<Integer> bars(String what, Expr expr, int least, Place place) {
    var value = expressions.requireConstant(what, expr, place);
    if (value.isEmpty()) return Optional.empty();
    double bars = value.getAsDouble();
    if (bars == Math.rint(bars) && bars >= least && !isTooFar(expr, bars)) {
      return Optional.of((int) bars);
    }
    if (bars <= LOOK_BACK_MAX) {
      reports.error(Code.PERIOD, expr, "%s must be a whole number of at least %d, was %s".formatted(
          what, least, Texts.ofNumber(bars)), "write a whole number, %d or more".formatted(least));
    }
    return Optional.empty();
  }

  private boolean isTooFar(Node at, double bars) {
    if (bars <= LOOK_BACK_MAX) return false;
    tooFar(at, bars, reports);
    return true;
  }

  static void tooFar(Node at, double bars, Reports reports) {
    reports.error(Code.LOOK_BACK, at, "a look-back must be at most %,d bars, was %s".formatted(
        LOOK_BACK_MAX, Texts.ofNumber(bars)), "use a stream with a longer timeframe");
  }

  /** Chained look-backs add up: the outer begins when the inner has its first value. */
  private static void needs(Place place, Mentions inner, int stream, long own) {
    place.mentions().add(inner);
    place.mentions().bars(stream, own + Math.max(1, inner.of(stream)) - 1);
  }

  private Value indicator(Indicator indicator, Expr.Call call, Place place) {
    int given = call.arguments().size();
    int parameters = indicator.parameters().size();
    int inputs = inputs(indicator, given - parameters);
    if (given - parameters != inputs) {
      return arguments(call, indicator.inputs() == Inputs.NUMBERS, signature(indicator));
    }
    int before = reports.errors();
    var inner = place.apart();
    var nodes = nodes(indicator, call.arguments().subList(0, inputs), inner);
    var args = parameters(indicator, call, inputs, place);
    if (nodes.isEmpty() || args.isEmpty() || reports.errors() > before) return Value.BAD;
    if (inner.mentions().primary().isEmpty()) return noStream(call);
    int stream = inner.mentions().primary().getAsInt();
    place.mentions().indicator(source.substring(call.span().start(), call.span().end()));
    return moved(indicator, call, stream, nodes.get(), args.get(), place, inner.mentions());
  }

  /** What a call of it looks like. */
  private static String[] signature(Indicator indicator) {
    var args = new ArrayList<>(switch (indicator.inputs()) {
      case TWO_NUMBERS, NUMBERS -> List.of("btc.close", "eth.close");
      case CONDITION -> List.of("btc.close > btc.open");
      case CANDLE -> List.of("btc");
      case TICK -> List.of("btc.tick");
      case NUMBER -> List.of("btc.close");
    });
    indicator.parameters().forEach(parameter -> args.add(parameter.name()));
    return args.toArray(String[]::new);
  }

  /** How many series come before the parameters. */
  private static int inputs(Indicator indicator, int left) {
    return switch (indicator.inputs()) {
      case TWO_NUMBERS -> 2;
      case NUMBERS -> Math.max(2, left);
      default -> 1;
    };
  }

  private Optional<List<NumberNode>> nodes(Indicator indicator, List<Expr> series, Place inner) {
    return switch (indicator.inputs()) {
      case CANDLE -> candle(indicator, series.getFirst(), inner);
      case TICK -> ticks(indicator, series.getFirst(), inner);
      case CONDITION -> Optional.of(List.of(
          new AsNumber.ItsTruth(expressions.condition(series.getFirst(), inner))));
      default -> Optional.of(numbers(series, inner));
    };
  }

  /** By a loop: a stream would double what a nested call takes of the stack. */
  private List<NumberNode> numbers(List<Expr> exprs, Place place) {
    var nodes = new ArrayList<NumberNode>(exprs.size());
    for (var expr : exprs)
      nodes.add(expressions.number(expr, place));
    return List.copyOf(nodes);
  }

  private Optional<List<NumberNode>> candle(Indicator indicator, Expr series, Place inner) {
    var value = expressions.value(series, inner);
    if (value instanceof Value.Candle(int stream, var alias, _)) {
      if (indicator.needsVolume() && !scope.streams().all().get(stream).isMarket()) {
        reports.error(Code.SERIES_KIND, series, "`%s` must be given bars with volume, `%s` has"
            .formatted(indicator.name(), alias) + " none", "name a stream of an instrument");
        return Optional.empty();
      }
      var fields = new ArrayList<NumberNode>();
      for (var field : List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE,
          BarField.VOLUME))
        fields.add(Slot.of(stream, field));
      return Optional.of(fields);
    }
    return wrongSeries(indicator, series, value, "whole bars", "btc");
  }

  private Optional<List<NumberNode>> ticks(Indicator indicator, Expr series, Place inner) {
    var value = expressions.value(series, inner);
    if (value instanceof Value.Ticks) return Optional.of(List.of());
    if (value instanceof Value.Candle(int stream, _, boolean bare) && bare
        && scope.streams().all().get(stream).isMarket()) {
      return Optional.of(List.of());
    }
    return wrongSeries(indicator, series, value, "ticks", "btc.tick");
  }

  private Optional<List<NumberNode>> wrongSeries(Indicator indicator, Expr series, Value value,
      String needed, String example) {
    if (!(value instanceof Value.Bad)) {
      reports.error(Code.SERIES_KIND, series, "`%s` must be given %s, was given %s".formatted(
          indicator.name(), needed, value.kind()),
          "write it as in `%s(%s, …)`".formatted(
              indicator.name(), example));
    }
    return Optional.empty();
  }

  private Optional<List<Double>> parameters(Indicator indicator, Expr.Call call, int inputs,
      Place place) {
    var args = new ArrayList<Double>();
    if (indicator.inputs() == Inputs.NUMBERS) args.add((double) inputs);
    boolean fits = true;
    for (int i = 0; i < indicator.parameters().size(); i++) {
      var parameter = indicator.parameters().get(i);
      var expr = call.arguments().get(inputs + i);
      var value = expressions.requireConstant("`%s`".formatted(parameter.name()), expr, place);
      fits &= value.isPresent() && fits(parameter, value.getAsDouble(), expr);
      args.add(value.orElse(parameter.least()));
    }
    return fits && belong(indicator, call, args) ? Optional.of(args) : Optional.empty();
  }

  private boolean fits(Indicator.Parameter parameter, double value, Expr at) {
    boolean whole = parameter.fractional() || value == Math.rint(value);
    if (whole && value >= parameter.least()) return !isTooFar(at, value);
    var least = Texts.ofNumber(parameter.least());
    reports.error(Code.PERIOD, at, "`%s` must be %s of at least %s, was %s".formatted(
        parameter.name(), parameter.fractional() ? "a number" : "a whole number", least,
        Texts.ofNumber(value)),
        whole ? "write %s or more".formatted(least)
            : "write %s".formatted(Texts.ofNumber(Math.max(parameter.least(), Math.rint(value)))));
    return false;
  }

  private boolean belong(Indicator indicator, Expr.Call call, List<Double> args) {
    var misfit = indicator.misfit(IndicatorCell.values(args));
    if (misfit != null) {
      reports.error(Code.PERIOD, call, misfit, "see `qkt indicators " + indicator.name() + "`");
    }
    return misfit == null;
  }

  private Value moved(Indicator indicator, Expr.Call call, int stream, List<NumberNode> inputs,
      List<Double> args, Place place, Mentions inner) {
    double[] values = IndicatorCell.values(args);
    windows += indicator.doubles(values);
    if (windows > WINDOWS_MAX) return windowsFull(call);
    long own = indicator.warmUp(values);
    if (indicator.inputs() == Inputs.TICK) {
      // The kernel gives a span of ticks as many bars to wait for.
      needs(place, inner, stream, own);
      return counted(call, builder.tickIndicator(indicator, stream, args));
    }
    var cell = builder.indicator(indicator, stream, inputs, args);
    if (!used.add(cell.doubleSlot())) windows -= indicator.doubles(values);
    if (indicator instanceof TimedIndicator timed) {
      own = Math.max(own, timedBars(timed, stream, values));
      needs(place, inner, stream, own);
      return counted(call, new Ready(cell, stream, own));
    }
    needs(place, inner, stream, own);
    return counted(call, cell);
  }

  private long timedBars(TimedIndicator timed, int stream, double[] values) {
    long bar = scope.streams().all().get(stream).key().timeframe().micros();
    return Math.ceilDiv(timed.warmUpMinutes(values) * MICROS_PER_MINUTE, bar) + 1;
  }

  private Value windowsFull(Node at) {
    return reports.error(Code.WINDOWS, at, "the windows of a program must hold at most %,d values,"
        .formatted(WINDOWS_MAX) + " hold more with this one",
        "use shorter periods, or longer timeframes");
  }

  private Value counted(Node at, NumberNode node) {
    if (node instanceof IndicatorCell cell) used.add(cell.doubleSlot());
    if (used.size() <= INDICATORS_MAX) return Value.of(node);
    return reports.error(Code.INDICATORS, at, "a program must use at most %d indicators, this is"
        .formatted(INDICATORS_MAX) + " one more", "split the strategy");
  }
}
