package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.within;

import io.qkt.cli.client.ControlClient;
import io.qkt.cli.node.StateDir;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link CrashableDaemon} in a process of its own. */
final class DaemonProcess {
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final Process process;
  private final Path dir;
  private final Path out;

  private DaemonProcess(Process process, Path dir, Path out) {
    this.process = process;
    this.dir = dir;
    this.out = out;
  }

  static DaemonProcess start(Path dir, String crashPoint, int hits) throws IOException {
    var out = dir.resolve("daemon.out");
    Files.writeString(out, "");
    var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), CrashableDaemon.class.getName(), dir.toString(),
        crashPoint, Integer.toString(hits));
    var process = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
        .start();
    return new DaemonProcess(process, dir, out);
  }

  /** Whether it came up; a daemon that is to die early may never say so. */
  boolean isReadyOrDead() {
    if (!within(START_MAX, () -> !process.isAlive() || output().contains("daemon ready"))) {
      throw new AssertionError("the daemon neither started nor died:\n" + output());
    }
    return process.isAlive();
  }

  String output() {
    try {
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the deployment was acknowledged; a daemon that dies over it acknowledges nothing. */
  boolean deploy(String name, String source, double speed) {
    try {
      ControlClient.of(new StateDir(dir))
          .post("/deploy",
              Map.of("name", name, "source", source, "speed", speed));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  ControlClient client() {
    return ControlClient.of(new StateDir(dir));
  }

  boolean diesWithin(Duration bound) throws InterruptedException {
    return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop and answers with its exit code. */
  int stop() throws InterruptedException {
    client().post("/shutdown", Map.of());
    if (!diesWithin(Duration.ofSeconds(20))) throw new AssertionError("did not stop");
    return process.exitValue();
  }
}
