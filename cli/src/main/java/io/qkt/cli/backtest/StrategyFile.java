package io.qkt.cli.backtest;

import io.qkt.backtest.PortfolioReplay;
import io.qkt.backtest.Replay;
import io.qkt.backtest.ReplayLoop;
import io.qkt.cli.language.QktFiles;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import io.qkt.dsl.FileReport;
import io.qkt.dsl.Unit;
import io.qkt.dsl.issue.IssueRenderer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file that can be replayed: the one place where text becomes what prices are shown to. */
record StrategyFile(Path path, Unit unit) {
  /** So long that no order grows too old in a hole of the data, and no sum overflows. */
  private static final long NEVER_TOO_OLD = Long.MAX_VALUE / 4;

  /** The file compiled, or nothing and all that is wrong with it told to {@code err}. */
  static Optional<StrategyFile> compile(Path path, Map<String, String> params,
      PrintWriter err) {
    Trouble.requireReadable(path, "the strategy");
    var compilation = QktFiles.compile(path, params);
    compilation.reports().forEach(report -> err.print(text(report)));
    err.flush();
    return compilation.unit().map(unit -> new StrategyFile(path, unit));
  }

  private static String text(FileReport report) {
    return new IssueRenderer(report.file(), report.source()).render(report.issues());
  }

  Replay replay(AccountPlan account, FillTier fills) {
    return switch (unit) {
      case Unit.Strategy(var program, _) -> new ReplayLoop(program,
          Identity.ofReplay(program.name(), NEVER_TOO_OLD), account, fills);
      case Unit.Portfolio(var program) -> new PortfolioReplay(program,
          name -> Identity.ofReplay(name, NEVER_TOO_OLD), account, fills);
    };
  }
}
