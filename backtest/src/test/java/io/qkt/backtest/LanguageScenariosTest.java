package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.program.Program;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The golden scenarios as a user writes them: text in, fills out. */
final class LanguageScenariosTest {
  private static final long SECOND = 1_000_000;
  private static final int BARS = 40;
  private static final Instrument BTC = Instrument.parse("BACKTEST:BTCUSDT");
  private static final Instrument ETH = Instrument.parse("BACKTEST:ETHUSDT");
  private static final List<String> RULE_WORDS = List.of("WHEN", "WHILE", "FOR");

  private record Scenario(String name, List<String> directives, String text,
      List<String> fills) {}

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return read().stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(),
            () -> assertThat(run(scenario)).containsExactlyElementsOf(scenario.fills())));
  }

  private static List<Scenario> read() throws IOException {
    try (var in = LanguageScenariosTest.class.getResourceAsStream("scenarios.txt")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^=== "))
          .skip(1)
          .map(LanguageScenariosTest::scenario)
          .toList();
    }
  }

  private static Scenario scenario(String part) {
    var lines = part.strip().lines().toList();
    var text = lines.stream().skip(1).filter(l -> !l.startsWith("@") && !l.startsWith(">"));
    return new Scenario(lines.getFirst(),
        lines.stream().filter(line -> line.startsWith("@")).toList(), String.join("\n",
            text.toList()),
        lines.stream().filter(l -> l.startsWith(">")).map(l -> l.substring(2)).toList());
  }

  private static Program compiled(Scenario scenario) {
    boolean isRule = RULE_WORDS.contains(scenario.text().split("\\s")[0]);
    var source = """
        STRATEGY golden VERSION 1
        SYMBOLS
          btc = BACKTEST:BTCUSDT EVERY 1m,
          eth = BACKTEST:ETHUSDT EVERY 1m
        %s
        """.formatted((isRule ? "RULES\n" : "") + scenario.text());
    var compilation = Compiler.compile(source);
    assertThat(compilation.reports().getFirst().issues()).filteredOn(issue -> issue.isError())
        .isEmpty();
    return ((Unit.Strategy) compilation.unit().orElseThrow()).program();
  }

  private static List<String> run(Scenario scenario) {
    boolean charged = scenario.directives().contains("@commission");
    long cent = Exact.parse("0.01");
    var spec = new InstrumentSpec(Exact.ONE, cent, cent, 0, cent, 8, 0, charged ? Exact.ONE : 0, 0,
        0, 0, null, 0, "");
    var account = new AccountPlan(10_000 * Exact.ONE, _ -> spec, RiskLimits.DEFAULT);
    var loop = new ReplayLoop(compiled(scenario), Identity.ofReplay("golden", 1L << 50), account,
        FillTier.PAPER);
    var closes = closes(scenario);
    for (int i = 0; i < closes.size(); i++)
      bar(loop, i, closes);
    return loop.fills().stream().map(LanguageScenariosTest::text).toList();
  }

  private static List<Double> closes(Scenario scenario) {
    var closes = new ArrayList<Double>();
    double top = scenario.directives()
        .stream()
        .filter(directive -> directive.startsWith("@fall "))
        .mapToDouble(directive -> Double.parseDouble(directive.substring(6)))
        .findFirst()
        .orElse(Double.MAX_VALUE);
    for (int i = 0; i < BARS; i++)
      closes.add(100 + i <= top ? 100.0 + i : 2 * top - 100 - i);
    return closes;
  }

  /** Four ticks of each instrument, btc before eth. */
  private static void bar(ReplayLoop loop, int i, List<Double> closes) {
    double before = i == 0 ? 99 : closes.get(i - 1);
    double[] btc = path(before, closes.get(i));
    double[] eth = path(198 + 2 * i, 200 + 2 * i);
    long[] offsets = {0, 15 * SECOND, 30 * SECOND, 59_999_000};
    for (int tick = 0; tick < offsets.length; tick++) {
      long time = i * 60 * SECOND + offsets[tick];
      loop.onQuote(BTC, Quote.at(time, Exact.ofDouble(btc[tick])));
      loop.onQuote(ETH, Quote.at(time, Exact.ofDouble(eth[tick])));
    }
  }

  private static double[] path(double open, double close) {
    return new double[]{open, Math.min(open, close) - 1, Math.max(open, close) + 1, close};
  }

  private static String text(Filled fill) {
    return "%s %s %s %s@%d".formatted(fill.side(), Exact.text(fill.quantity()),
        fill.instrument().equals(BTC) ? "btc" : "eth", Exact.text(fill.price()),
        fill.time() / SECOND);
  }
}
