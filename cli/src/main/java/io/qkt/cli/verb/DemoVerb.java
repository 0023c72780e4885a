package io.qkt.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.qkt.cli.client.ControlClient;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.cli.node.JournalSummary;
import io.qkt.cli.node.StateDir;
import io.qkt.cli.node.Version;
import io.qkt.core.money.Exact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Shows everything working: a daemon, a strategy that trades, a SIGKILL, and a second daemon that
 * goes on where the journal of the first one ends.
 */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Run a strategy, kill the engine with SIGKILL, and show that nothing was lost.")
public final class DemoVerb implements Callable<Integer> {
  private static final String NAME = "ema_cross";
  private static final String FILE = NAME + ".qkt";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RECOVERY_MAX = Duration.ofSeconds(60);

  @Option(names = "--state-dir", paramLabel = "DIR",
      description = "Where the demo keeps its journal (default: a new temporary folder).")
  private Path stateDir;
  @Option(names = "--speed", paramLabel = "N", defaultValue = "60",
      description = "How many seconds of market go into one of the clock (default: 60).")
  private double speed;
  @Option(names = "--seconds", paramLabel = "N", defaultValue = "6",
      description = "How long to let it trade before the kill (default: 6).")
  private int seconds;
  @Spec
  private CommandSpec spec;

  private PrintWriter out;
  private boolean equal = true;

  @Override
  public Integer call() throws IOException, InterruptedException {
    out = spec.commandLine().getOut();
    var dir = StateDir.of(stateDir != null ? stateDir : Files.createTempDirectory("qkt-demo-"));
    say("qkt %s: one strategy, one crash, nothing lost\n", Version.text());
    try (var first = start(dir, "[1/4] daemon   ")) {
      deploy(dir);
      trade(dir);
      first.kill();
      say("\n[3/4] SIGKILL   process %d is gone, without a word", first.pid());
    }
    var atDeath = JournalSummary.read(dir.path(), NAME);
    try (var second = start(dir, "[4/4] restart  ")) {
      compare(atDeath, awaitRecovery(dir));
      second.stop();
    }
    whatNext(dir);
    return equal ? ExitCode.OK : ExitCode.DIFFERENCES;
  }

  private DemoDaemon start(StateDir dir, String label) throws IOException {
    var daemon = DemoDaemon.start(dir);
    say("%s process %d ready in %.1f s, state in %s", label, daemon.pid(), daemon.startSeconds(),
        dir.path());
    return daemon;
  }

  private void deploy(StateDir dir) throws IOException {
    ControlClient.of(dir)
        .post("/deploy", Map.of("name", NAME, "source", source(), "speed", speed));
    say("[2/4] deployed  examples/%s, %.0f seconds of market in each", FILE, speed);
    say("      long while EMA 3 of the close is above EMA 5\n");
    say("      %-10s %12s %9s %7s %6s %11s", "BAR", "CLOSE", "POSITION", "ORDERS", "FILLS",
        "REALIZED");
  }

  private static String source() throws IOException {
    try (var in = DemoVerb.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void trade(StateDir dir) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(POLL.toNanos());
      var status = status(dir);
      if (!status.path("lastBar").isNull()) showRow(status);
    }
  }

  private void showRow(JsonNode status) {
    var bar = status.path("lastBar");
    say("      %-10s %12s %9s %7s %6s %11s", bar.path("openTime").asText().substring(11, 19),
        bar.path("close").asText(), position(status), status.path("orders").asText(),
        status.path("trades").asText(), status.path("realized").asText());
  }

  private static String position(JsonNode status) {
    var positions = status.path("positions");
    return positions.isEmpty() ? "0" : positions.path(0).path("qty").asText();
  }

  /** What the second life came to before it took anything new. */
  private static JsonNode awaitRecovery(StateDir dir) {
    long end = System.nanoTime() + RECOVERY_MAX.toNanos();
    while (System.nanoTime() - end < 0) {
      var recovery = status(dir).path("recovery");
      if (!recovery.isNull()) return recovery;
      LockSupport.parkNanos(POLL.toNanos());
    }
    throw new Failure(ExitCode.TIMED_OUT, "the strategy must recover within %d s, it did not"
        .formatted(RECOVERY_MAX.toSeconds()), "see " + dir.path().resolve("daemon.log"));
  }

  private void compare(JournalSummary atDeath, JsonNode recovered) {
    say("\n      %-14s %18s %18s", "", "BEFORE THE KILL", "AFTER RECOVERY");
    row("position", Exact.text(atDeath.position()), recovered.path("position").asText());
    row("orders", atDeath.orders(), recovered.path("orders").asText());
    row("fills", atDeath.fills(), recovered.path("fills").asText());
    row("journal events", atDeath.journalSeq(), recovered.path("journalSeq").asText());
    row("state hash", "%016x".formatted(atDeath.stateHash()),
        recovered.path("stateHash").asText());
    equal &= atDeath.sentTwice() == 0;
    say("\n      %d bars taken, each once; orders sent twice: %d", atDeath.bars(),
        atDeath.sentTwice());
    say("\n%s", equal ? "OK  nothing was lost and nothing was doubled"
        : "DIFFERENT  this must not happen: please report it with the state folder");
  }

  private void row(String what, Object before, String after) {
    equal &= Objects.toString(before).equals(after);
    say("      %-14s %18s %18s", what, before, after);
  }

  private void whatNext(StateDir dir) {
    say("\nGo on by hand, in two terminals:\n  qkt daemon --state-dir %s", dir.path());
    say("  qkt list --state-dir %s", dir.path());
  }

  private static JsonNode status(StateDir dir) {
    return ControlClient.of(dir).get("/status/" + NAME);
  }

  private void say(String format, Object... values) {
    out.println(format.formatted(values));
    out.flush();
  }
}
