package io.qkt.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what is deployed. */
@Command(name = "list", mixinStandardHelpOptions = true,
    description = "Show what is deployed, one row a name.")
public final class ListVerb implements Callable<Integer> {
  @Mixin
  private ClientOptions options;
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(options.client().getText("/list"));
      return 0;
    }
    var table = new Table("NAME", "UPTIME", "PORT", "TRADES", "STATE");
    options.client()
        .get("/list")
        .forEach(row -> table.row(row.path("name").asText(),
            Durations.clock(row.path("uptimeMs").asLong()), orDash(row.path("port")),
            orDash(row.path("trades")), row.path("state").asText()));
    table.print(out);
    return 0;
  }

  private static String orDash(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "-" : value.asText();
  }
}
