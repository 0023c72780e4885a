package io.qkt.cli.verb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one strategy, or all, in full. */
@Command(name = "status", mixinStandardHelpOptions = true,
    description = "Show one strategy, or all, in full as JSON.")
public final class StatusVerb implements Callable<Integer> {
  @Mixin
  private ClientOptions options;
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one (default: all).")
  private String name;
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    var path = name == null ? "/status"
        : "/status/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    spec.commandLine().getOut().println(options.client().getText(path));
    return 0;
  }
}
