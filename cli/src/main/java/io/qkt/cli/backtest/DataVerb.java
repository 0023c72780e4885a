package io.qkt.cli.backtest;

import io.qkt.backtest.csv.CsvImport;
import io.qkt.backtest.store.SeriesKey;
import io.qkt.cli.verb.Table;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings history in and shows what there is. */
@Command(name = "data", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB",
    description = "Import history for backtests, and show what there is.", subcommands = {
        DataVerb.Import.class, DataVerb.ListAll.class})
public final class DataVerb implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "a verb must be given after 'data', there was none");
  }

  /** Imports files as one series. */
  @Command(name = "import", mixinStandardHelpOptions = true,
      description = "Import CSV files as one series, which replaces the one there was.",
      footer = {"", "Example:", "  qkt data import btc.csv --as BACKTEST:BTCUSDT --tf 1m"})
  static final class Import implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*",
        description = "CSV files of bars or ticks, in order of time.")
    private List<Path> files;
    @Option(names = "--as", paramLabel = "BROKER:SYMBOL", required = true,
        description = "The instrument under which strategies ask for it.")
    private String instrument;
    @ArgGroup(multiplicity = "1")
    private Kind kind;
    @Mixin
    private DataRoot root;
    @Spec
    private CommandSpec spec;

    /** One of the two. */
    static final class Kind {
      @Option(names = "--tf", paramLabel = "TF", description = "The rows are bars of this length.")
      private String timeframe;
      @Option(names = "--ticks", description = "The rows are ticks.")
      private boolean ticks;
    }

    @Override
    public Integer call() throws Exception {
      var key = key();
      files.forEach(file -> Trouble.requireReadable(file, "what is imported"));
      return Trouble.told(() -> {
        try (var progress = new Progress(spec.commandLine().getErr())) {
          var stored = CsvImport.run(root.store(), key, files,
              rows -> progress.tell("%s  %,d rows".formatted(key, rows)));
          spec.commandLine()
              .getOut()
              .println("%s  %d rows  %s to %s".formatted(key, stored.rows(),
                  Times.text(stored.firstTime()), Times.text(stored.lastTime())));
          return 0;
        }
      });
    }

    private SeriesKey key() {
      var market = Trouble.option("--as", instrument, Instrument::parse,
          "write the label and the symbol, for example BACKTEST:BTCUSDT");
      if (kind.ticks) return SeriesKey.ticks(market);
      return SeriesKey.bars(market, Trouble.option("--tf", kind.timeframe, Timeframe::parse,
          "write the length of a bar, for example 1m"));
    }
  }

  /** Shows what was imported. */
  @Command(name = "list", mixinStandardHelpOptions = true,
      description = "Show what was imported, one row a series.")
  static final class ListAll implements Callable<Integer> {
    @Mixin
    private DataRoot root;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      return Trouble.told(() -> {
        var table = new Table("INSTRUMENT", "KIND", "ROWS", "FROM", "LAST");
        var store = root.store();
        for (var key : store.keys()) {
          var columns = store.open(key).orElseThrow();
          long rows = columns.rows();
          table.row(key.instrument().toString(), key.kind(), Long.toString(rows),
              Times.text(columns.time(0)), Times.text(columns.time(rows - 1)));
        }
        table.print(spec.commandLine().getOut());
        return 0;
      });
    }
  }
}
