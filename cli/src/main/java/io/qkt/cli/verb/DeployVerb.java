package io.qkt.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
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
        "", "Example:", "  qkt deploy 'builtin:ema-cross stream=SIM:BTCUSDT every=1s qty=0.01'"})
public final class DeployVerb implements Callable<Integer> {
  private static final String BUILTIN = "builtin:";

  @Mixin
  private ClientOptions options;
  @Parameters(paramLabel = "STRATEGY",
      description = "A file, or a built-in program such as builtin:ema-cross.")
  private String strategy;
  @Option(names = "--as", paramLabel = "NAME",
      description = "The name to run under (default: that of the file or program).")
  private String name;
  @Option(names = "--speed", paramLabel = "N",
      description = "Run the simulated feed N times as fast as the clock (default: as it is, 1).")
  private Double speed;
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    var body = new TreeMap<String, Object>();
    body.put("name", name != null ? name : defaultName());
    body.put("source", strategy.startsWith(BUILTIN) ? strategy : read(Path.of(strategy)));
    if (speed != null) body.put("speed", speed);
    print(options.client().post("/deploy", body));
    return 0;
  }

  private String defaultName() {
    if (strategy.startsWith(BUILTIN))
      return strategy.substring(BUILTIN.length()).split("\\s", 2)[0];
    return Path.of(strategy).getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE,
          "the strategy must be a readable file, %s was not".formatted(
              file),
          "name a file, or a built-in program such as builtin:ema-cross");
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
