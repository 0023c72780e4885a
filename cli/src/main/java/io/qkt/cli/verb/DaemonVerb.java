package io.qkt.cli.verb;

import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.cli.node.StateDir;
import io.qkt.cli.node.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs, asks after and stops the daemon. */
@Command(name = "daemon", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[VERB]",
    description = "Run the daemon in the foreground until it is stopped.", subcommands = {
        DaemonVerb.Start.class, DaemonVerb.Status.class, DaemonVerb.Stop.class})
public final class DaemonVerb implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  @Mixin
  private StartOptions options;

  @Override
  public Integer call() throws InterruptedException {
    return run(options);
  }

  /** Where a daemon keeps its state and where it listens. */
  static final class StartOptions {
    @Option(names = "--state-dir", paramLabel = "DIR",
        description = "Where the journal lies (default: $QKT_STATE_DIR, $QKT_HOME/state, "
            + "$XDG_STATE_HOME/qkt, ~/.local/state/qkt).")
    private Path stateDir;
    @Option(names = "--control-port", paramLabel = "N", defaultValue = "0",
        description = "The port of the control plane on 127.0.0.1 (default: a free one).")
    private int controlPort;
  }

  /** Runs the daemon in the foreground. */
  @Command(name = "start", mixinStandardHelpOptions = true,
      description = "Run the daemon in the foreground until it is stopped.")
  static final class Start implements Callable<Integer> {
    @Mixin
    private StartOptions options;

    @Override
    public Integer call() throws InterruptedException {
      return run(options);
    }
  }

  /** Shows that the daemon lives. */
  @Command(name = "status", mixinStandardHelpOptions = true,
      description = "Show the daemon's pid, uptime, port and number of strategies.")
  static final class Status implements Callable<Integer> {
    @Mixin
    private ClientOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
      var out = spec.commandLine().getOut();
      if (options.json()) {
        out.println(options.client().getText("/health"));
        return 0;
      }
      var health = options.client().get("/health");
      out.println("pid " + health.path("pid").asText());
      out.println("uptime " + Durations.clock(health.path("uptimeMs").asLong()));
      out.println("control port " + health.path("controlPort").asText());
      out.println("strategies " + health.path("strategies").asText());
      return 0;
    }
  }

  /** Stops the daemon and waits until it is gone. */
  @Command(name = "stop", mixinStandardHelpOptions = true,
      description = "Stop the daemon; what is deployed runs again at its next start.")
  static final class Stop implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Mixin
    private ClientOptions options;

    @Override
    public Integer call() throws Exception {
      var client = options.client();
      long pid = client.get("/health").path("pid").asLong();
      client.post("/shutdown", Map.of());
      var process = ProcessHandle.of(pid);
      if (process.isPresent()) {
        process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      return 0;
    }
  }

  private static int run(StartOptions options) throws InterruptedException {
    if (options.controlPort < 0 || options.controlPort > PORT_MAX) {
      throw new Failure(ExitCode.USAGE,
          "--control-port must be from 0 to %d, was %d".formatted(PORT_MAX, options.controlPort),
          "leave it out for a free one");
    }
    var dir = StateDir.of(options.stateDir);
    var node = start(NodeOptions.of(dir.path(), options.controlPort), () -> {
      say("qkt %s daemon starting", Version.text());
      say("state directory: %s", dir.path());
    });
    // SIGTERM and SIGINT: drain, and leave with the exit code that goes with the signal.
    var onSignal = new Thread(() -> stop(node), "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    say("control plane: http://127.0.0.1:%d", node.port());
    say("daemon ready");
    node.awaitStopRequest();
    return ExitCode.OK;
  }

  private static Node start(NodeOptions options, Runnable locked) {
    try {
      return Node.start(options, locked);
    } catch (Failure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Failure(ExitCode.FAILURE, "the daemon did not start: " + e.getMessage(), null);
    }
  }

  private static void stop(Node node) {
    node.close();
    say("daemon stopped");
  }

  private static void say(String line, Object... values) {
    System.out.println("[INFO] " + line.formatted(values));
    System.out.flush();
  }
}
