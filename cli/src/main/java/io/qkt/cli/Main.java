package io.qkt.cli;

import io.qkt.cli.backtest.BacktestVerb;
import io.qkt.cli.backtest.DataVerb;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.cli.language.CheckVerb;
import io.qkt.cli.language.ExplainVerb;
import io.qkt.cli.language.IndicatorsVerb;
import io.qkt.cli.node.Version;
import io.qkt.cli.verb.DaemonVerb;
import io.qkt.cli.verb.DemoVerb;
import io.qkt.cli.verb.DeployVerb;
import io.qkt.cli.verb.FmtVerb;
import io.qkt.cli.verb.ListVerb;
import io.qkt.cli.verb.StatusVerb;
import io.qkt.cli.verb.VersionVerb;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The qkt command. A verb is one class and one line here. */
@Command(name = "qkt", mixinStandardHelpOptions = true, versionProvider = Main.OfBuild.class,
    description = "Docker for trading strategies.", synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n", subcommands = {
        DemoVerb.class, DaemonVerb.class,
        DeployVerb.class, ListVerb.class, StatusVerb.class,
        CheckVerb.class, ExplainVerb.class, FmtVerb.class, IndicatorsVerb.class,
        DataVerb.class, BacktestVerb.class,
        VersionVerb.class})
public final class Main implements Runnable {
  @Spec
  private CommandSpec spec;

  static final class OfBuild implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[]{"qkt " + Version.text()};
    }
  }

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  static int execute(String... args) {
    return new CommandLine(new Main()).setParameterExceptionHandler(Main::onWrongWords)
        .setExecutionExceptionHandler(Main::onFailure)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb must be given, there was none");
  }

  private static int onWrongWords(ParameterException wrong, String[] args) {
    var line = wrong.getCommandLine();
    var err = line.getErr();
    err.println("error: " + wrong.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      err.println("  help: see `" + line.getCommandSpec().qualifiedName() + " --help`");
    }
    return ExitCode.USAGE;
  }

  private static int onFailure(Exception thrown, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (thrown instanceof Failure failure) {
      err.println("error: " + failure.getMessage());
      if (failure.remedy() != null) err.println("  help: " + failure.remedy());
      return failure.exitCode();
    }
    thrown.printStackTrace(err);
    return ExitCode.FAILURE;
  }
}
