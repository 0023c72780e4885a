package io.qkt.backtest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.Execution;
import io.qkt.backtest.PortfolioReplay;
import io.qkt.backtest.Replay;
import io.qkt.backtest.ReplayLoop;
import io.qkt.backtest.run.BacktestRun;
import io.qkt.backtest.run.Period;
import io.qkt.backtest.store.DataStore;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.Compilation;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Sources;
import io.qkt.dsl.Unit;
import io.qkt.dsl.issue.IssueRenderer;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A text and what is beside it, which can be replayed over stored prices. */
record GoldenText(String file, String source, Sources sources) {
  /** So long that no order grows too old in a hole of the data. */
  private static final long NEVER_TOO_OLD = Long.MAX_VALUE / 4;
  private static final AccountPlan ACCOUNT = new AccountPlan(10_000 * Exact.ONE, GoldenText::spec,
      RiskLimits.DEFAULT);

  static GoldenText of(String source) {
    return new GoldenText("strategy.qkt", source, Sources.NONE);
  }

  Unit compiled() {
    var compilation = Compiler.compile(file, source, sources, new TreeMap<>());
    assertThat(compilation.hasErrors()).as(rendered(compilation)).isFalse();
    return compilation.unit().orElseThrow();
  }

  private static String rendered(Compilation compilation) {
    return compilation.reports()
        .stream()
        .map(report -> new IssueRenderer(report.file(), report.source()).render(report.issues()))
        .collect(Collectors.joining());
  }

  /** Each fill as "milliseconds SIDE quantity price symbol". */
  List<String> fills(DataStore store, Period period, boolean barsOnly) {
    var replay = replay(compiled());
    BacktestRun.run(replay, store, period, barsOnly, _ -> {});
    return replay.executions().stream().map(GoldenText::text).toList();
  }

  private static Replay replay(Unit unit) {
    return switch (unit) {
      case Unit.Strategy(var program, _) -> new ReplayLoop(program, identity(program.name()),
          ACCOUNT, FillTier.PAPER);
      case Unit.Portfolio(var program) -> new PortfolioReplay(program, GoldenText::identity,
          ACCOUNT, FillTier.PAPER);
    };
  }

  private static Identity identity(String name) {
    return Identity.ofReplay(name, NEVER_TOO_OLD);
  }

  private static String text(Execution execution) {
    var fill = execution.fill();
    return "%d %s %s %s %s".formatted(execution.time() / 1_000, fill.side(),
        Exact.text(fill.quantity()), Exact.text(fill.price()), fill.instrument().symbol());
  }

  private static InstrumentSpec spec(Instrument instrument) {
    return switch (instrument.symbol()) {
      case "REVUSDT" -> spec("1", "0.001", "0.00001", 5);
      case "PABUSDT" -> spec("10", "0.01", "0.01", 2);
      default -> spec("1", "0.01", "0.00001", 5);
    };
  }

  private static InstrumentSpec spec(String size, String step, String point, int digits) {
    return new InstrumentSpec(Exact.parse(size), Exact.parse(step), Exact.parse(step), 0,
        Exact.parse(point), digits, 0, 0, 0, 0, 0, null, 0, "");
  }
}
