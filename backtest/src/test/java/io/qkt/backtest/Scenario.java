package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.PriceSource;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A text of the language, and its fills on the market of the golden scenarios. */
record Scenario(String name, List<String> directives, String text, List<String> fills) {
  private static final long SECOND = 1_000_000;
  private static final int BARS = 40;
  private static final Instrument BTC = Instrument.parse("BACKTEST:BTCUSDT");
  private static final Instrument ETH = Instrument.parse("BACKTEST:ETHUSDT");
  private static final List<String> RULE_WORDS = List.of("WHEN", "WHILE", "FOR");

  static Scenario of(String part) {
    var lines = part.strip().lines().toList();
    var text = lines.stream().skip(1).filter(l -> !l.startsWith("@") && !l.startsWith(">"));
    return new Scenario(lines.getFirst(),
        lines.stream().filter(line -> line.startsWith("@")).toList(), String.join("\n",
            text.toList()),
        lines.stream().filter(l -> l.startsWith(">")).map(l -> l.substring(2)).toList());
  }

  /** The number behind a directive. */
  double number(String directive, double otherwise) {
    return directives.stream()
        .filter(line -> line.startsWith("@" + directive + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(directive.length() + 2)))
        .findFirst()
        .orElse(otherwise);
  }

  boolean isRule() {
    return RULE_WORDS.contains(text.split("\\s")[0].toUpperCase(Locale.ROOT));
  }

  /** A portfolio stands whole, its children behind it, each after {@code --- file}. */
  private Unit compiled() {
    var parts = text.split("(?m)^--- ");
    var source = parts[0].startsWith("PORTFOLIO") ? parts[0] : """
        STRATEGY golden VERSION 1
        SYMBOLS
          btc = BACKTEST:BTCUSDT EVERY 1m,
          eth = BACKTEST:ETHUSDT EVERY 1m
        %s
        """.formatted((isRule() ? "RULES\n" : "") + text);
    var compilation = Compiler.compile("golden.qkt", source,
        path -> Arrays.stream(parts)
            .filter(part -> part.startsWith(path + "\n"))
            .map(part -> part.substring(path.length()))
            .findFirst(),
        new TreeMap<>());
    for (var report : compilation.reports())
      assertThat(report.issues()).filteredOn(issue -> issue.isError()).isEmpty();
    return compilation.unit().orElseThrow();
  }

  List<String> replayed() {
    boolean charged = directives.contains("@commission");
    long cent = Exact.parse("0.01");
    var spec = new InstrumentSpec(Exact.ONE, cent, cent, 0, cent, 8, 0, charged ? Exact.ONE : 0, 0,
        0, 0, null, 0, "");
    var replay = replay(compiled(),
        new AccountPlan(10_000 * Exact.ONE, _ -> spec, RiskLimits.DEFAULT));
    var closes = closes(number("fall", Double.MAX_VALUE));
    long start = (long) number("start", 0) * 60 * SECOND;
    for (int i = 0; i < closes.size(); i++)
      bar(replay, i, start, closes);
    return replay.executions().stream().map(fill -> text(fill.fill(), start)).toList();
  }

  private static Replay replay(Unit unit, AccountPlan account) {
    return switch (unit) {
      case Unit.Strategy(var program, _) -> new ReplayLoop(program, identity(program.name()),
          account, FillTier.PAPER);
      case Unit.Portfolio(var program) -> new PortfolioReplay(program,
          Scenario::identity, account, FillTier.PAPER);
    };
  }

  private static Identity identity(String name) {
    return Identity.ofReplay(name, 1L << 50);
  }

  private static List<Double> closes(double top) {
    var closes = new ArrayList<Double>();
    for (int i = 0; i < BARS; i++)
      closes.add(100 + i <= top ? 100.0 + i : 2 * top - 100 - i);
    return closes;
  }

  /** Four ticks of each instrument, btc before eth. */
  private static void bar(Replay replay, int i, long start, List<Double> closes) {
    double before = i == 0 ? 99 : closes.get(i - 1);
    double[] btc = path(before, closes.get(i));
    double[] eth = path(198 + 2 * i, 200 + 2 * i);
    long[] offsets = {0, 15 * SECOND, 30 * SECOND, 59_999_000};
    for (int tick = 0; tick < offsets.length; tick++) {
      long time = start + i * 60 * SECOND + offsets[tick];
      replay.onPrice(BTC, quote(time, btc[tick]), PriceSource.TICK);
      replay.onPrice(ETH, quote(time, eth[tick]), PriceSource.TICK);
    }
  }

  private static Quote quote(long time, double price) {
    return new Quote(time, 0, 0, Exact.ofDouble(price), Exact.ONE);
  }

  private static double[] path(double open, double close) {
    return new double[]{open, Math.min(open, close) - 1, Math.max(open, close) + 1, close};
  }

  private static String text(Filled fill, long start) {
    return "%s %s %s %s@%d".formatted(fill.side(), Exact.text(fill.quantity()),
        fill.instrument().equals(BTC) ? "btc" : "eth", Exact.text(fill.price()),
        (fill.time() - start) / SECOND);
  }
}
