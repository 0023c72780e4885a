package io.qkt.cli.backtest;

import io.qkt.backtest.Replay;
import io.qkt.backtest.instrument.InstrumentsFile;
import io.qkt.backtest.run.BacktestRun;
import io.qkt.backtest.run.BacktestRun.Replayed;
import io.qkt.backtest.run.Period;
import io.qkt.backtest.run.ReportDir;
import io.qkt.backtest.store.DataProblem;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.venue.FillTier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a strategy over imported history. */
@Command(name = "backtest", mixinStandardHelpOptions = true,
    description = "Run a strategy over imported data, as it would have run live.", footer = {"",
        "Example:", "  qkt backtest trend.qkt --from 2024-03-04 --to 2024-03-08 --report-dir out"})
public final class BacktestVerb implements Callable<Integer> {
  private static final List<FillTier> TIERS = List.of(FillTier.PAPER, FillTier.MT5_BASIC,
      FillTier.REALISTIC, FillTier.STRESS);

  @Parameters(paramLabel = "FILE", description = "The strategy.")
  private Path file;
  @Mixin
  private DataRoot root;
  @Option(names = "--report-dir", paramLabel = "DIR",
      description = "Write trades.csv into this folder (default: no report).")
  private Path reportDir;
  @Option(names = "--force",
      description = "Write the report even if the folder is not empty; other files in it stay.")
  private boolean force;
  @Option(names = "--from", paramLabel = "WHEN",
      description = "The first instant, a date or ISO-8601 in UTC (default: all that is stored).")
  private String from;
  @Option(names = "--to", paramLabel = "WHEN",
      description = "The first instant that is not part of it (default: all that is stored).")
  private String to;
  @Option(names = "--bars", description = "Take bars even where ticks are stored.")
  private boolean bars;
  @Option(names = "--starting-balance", paramLabel = "N", defaultValue = "10000",
      description = "With how much money it begins (default: 10000).")
  private String startingBalance;
  @Option(names = "--fills", paramLabel = "TIER", defaultValue = "paper",
      description = "How orders are executed: paper, mt5-basic, realistic or stress (default: "
          + "paper).")
  private String fills;
  @Option(names = "--param", paramLabel = "NAME=VALUE",
      description = "A value for a PARAM or LET of the file; may be repeated.")
  private final Map<String, String> params = new TreeMap<>();
  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var period = period();
    var tier = Trouble.option("--fills", fills, BacktestVerb::tier, "leave it out for paper");
    long balance = Trouble.option("--starting-balance", startingBalance, BacktestVerb::balance,
        "write an amount of money, for example 10000");
    requireFreeReportDir();
    return Trouble.told(() -> run(period, tier, balance));
  }

  private int run(Period period, FillTier tier, long balance) {
    var compiled = StrategyFile.compile(file, params, spec.commandLine().getErr());
    if (compiled.isEmpty()) return ExitCode.DOES_NOT_COMPILE;
    var strategy = compiled.get();
    var instruments = root.instruments();
    var replay = strategy.replay(new AccountPlan(balance, instruments::of, RiskLimits.DEFAULT),
        tier);
    if (tier != FillTier.PAPER) requireKnown(replay, instruments, tier);
    var replayed = replay(replay, period);
    Path trades = null;
    if (reportDir != null) trades = new ReportDir(reportDir).write(replay.executions());
    print(new BacktestSummary(strategy.unit().name(), replayed, replay, trades));
    return ExitCode.OK;
  }

  private Replayed replay(Replay replay, Period period) {
    try (var progress = new Progress(spec.commandLine().getErr())) {
      return BacktestRun.run(replay, root.store(), period, bars,
          time -> progress.tell(Times.text(time)));
    }
  }

  private void print(BacktestSummary summary) {
    var line = spec.commandLine();
    summary.warnings().forEach(line.getErr()::println);
    if (json) line.getOut().println(summary.json());
    else
      summary.print(line.getOut());
  }

  private Period period() {
    var remedy = "write for example --from 2024-03-04 --to 2024-03-08";
    long first = from == null
        ? Period.ALL.from()
        : Trouble.option("--from", from, Times::parse, remedy);
    long end = to == null ? Period.ALL.to() : Trouble.option("--to", to, Times::parse, remedy);
    if (first < end) return new Period(first, end);
    throw new Failure(ExitCode.USAGE, "--from must be before --to, was %s and %s".formatted(from,
        to), remedy);
  }

  private static FillTier tier(String name) {
    return TIERS.stream()
        .filter(tier -> tier.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be one of %s, was '%s'".formatted(
            String.join(", ", TIERS.stream().map(FillTier::name).toList()), name)));
  }

  private static long balance(String text) {
    long balance = Exact.parse(text);
    if (balance > 0) return balance;
    throw new IllegalArgumentException("must be above 0, was " + text);
  }

  private void requireFreeReportDir() {
    if (reportDir != null && reportDir.toAbsolutePath().normalize().getParent() == null) {
      throw new Failure(ExitCode.USAGE, "the report's folder must not be the root of a disk, was "
          + reportDir, "name a folder of its own");
    }
    if (reportDir == null || force || !new ReportDir(reportDir).isTaken()) return;
    throw new Failure(ExitCode.CONFLICT, "the report's folder must be empty or new, %s was not"
        .formatted(reportDir), "name another folder, or replace the report with --force");
  }

  /** Spreads, grids and costs of an instrument of which nothing is known would be none. */
  private static void requireKnown(Replay replay, InstrumentsFile instruments, FillTier tier) {
    for (var need : replay.needs()) {
      var instrument = need.key().instrument();
      if (instruments.knows(instrument)) continue;
      throw new DataProblem("fills of tier %s need to know %s, %s has no entry of it".formatted(
          tier.name(), instrument, instruments.file()),
          "add the entry, or leave out --fills");
    }
  }
}
