package io.qkt.cli.verb;

import io.qkt.cli.client.ControlClient;
import io.qkt.cli.node.StateDir;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every verb that speaks to a daemon takes. */
final class ClientOptions {
  @Option(names = "--state-dir", paramLabel = "DIR",
      description = "The daemon's state directory (default: $QKT_STATE_DIR, $QKT_HOME/state, "
          + "$XDG_STATE_HOME/qkt, ~/.local/state/qkt).")
  private Path stateDir;

  @Option(names = "--json", description = "Print the daemon's JSON.")
  private boolean json;

  StateDir stateDir() {
    return StateDir.of(stateDir);
  }

  ControlClient client() {
    return ControlClient.of(stateDir());
  }

  boolean json() {
    return json;
  }
}
