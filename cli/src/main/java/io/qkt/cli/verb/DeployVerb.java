package io.qkt.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.dsl.CompileResult;
import io.qkt.dsl.Compiler;
import io.qkt.dsl.Sources;
import io.qkt.dsl.StrategyCompiler;
import io.qkt.dsl.issue.IssueRenderer;
import io.qkt.dsl.syntax.Parser;
import io.qkt.dsl.syntax.ast.PortfolioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a strategy in the daemon. */
@Command(name = "deploy", mixinStandardHelpOptions = true,
    description = "Run a strategy in the daemon; it runs again after every restart.", footer = {
        "", "Example:", "  qkt deploy examples/ema_cross.qkt --as gold --speed 10"})
public final class DeployVerb implements Callable<Integer> {
  @Mixin
  private ClientOptions options;
  @Parameters(paramLabel = "FILE", description = "The strategy.")
  private Path file;
  @Option(names = "--as", paramLabel = "NAME",
      description = "The name to run under (default: that of the file).")
  private String name;
  @Option(names = "--speed", paramLabel = "N",
      description = "Run the simulated feed N times as fast as the clock (default: as it is, 1).")
  private Double speed;
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    var source = read();
    if (!compiles(source)) return ExitCode.DOES_NOT_COMPILE;
    var body = new TreeMap<String, Object>();
    body.put("name", name != null ? name : defaultName());
    body.put("source", source);
    if (speed != null) body.put("speed", speed);
    print(options.client().post("/deploy", body));
    return 0;
  }

  /** The daemon would refuse it too, but without showing the lines that are wrong. */
  private boolean compiles(String source) {
    if (StrategyCompiler.compile(source) instanceof CompileResult.Compiled) return true;
    var report = Compiler.compile(file.toString(), source, Sources.NONE, new TreeMap<>())
        .reports()
        .getFirst();
    if (isPortfolio(source)) {
      throw new Failure(ExitCode.DOES_NOT_COMPILE, "what is deployed must be a strategy, %s is a"
          .formatted(file) + " portfolio", "run it with `qkt backtest`");
    }
    var err = spec.commandLine().getErr();
    err.print(new IssueRenderer(report.file(), report.source()).render(report.issues()));
    err.flush();
    return false;
  }

  private static boolean isPortfolio(String source) {
    return Parser.parse(source).file().orElse(null) instanceof PortfolioFile;
  }

  private String defaultName() {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "the strategy must be a readable file, %s was not"
          .formatted(file), "check the path");
    }
  }

  private void print(JsonNode reply) {
    var out = spec.commandLine().getOut();
    if (reply.path("result").asText().equals("unchanged")) {
      spec.commandLine().getErr().println("unchanged");
    }
    if (options.json()) {
      out.println(reply);
      return;
    }
    var table = new Table("NAME", "PORT", "STATE", "STARTED");
    var port = reply.path("port").isNull() ? "-" : reply.path("port").asText();
    table.row(reply.path("name").asText(), port, reply.path("state").asText(),
        reply.path("startedAt").asText().replaceFirst("\\.\\d+Z$", "Z"));
    table.print(out);
  }
}
