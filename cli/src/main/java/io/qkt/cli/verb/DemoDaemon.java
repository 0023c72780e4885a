package io.qkt.cli.verb;

import io.qkt.cli.client.ControlClient;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.cli.node.StateDir;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The daemon that a demo starts, as a child process of its own; it does not outlive the demo. */
final class DemoDaemon implements AutoCloseable {
  private static final int STOP_SECONDS_MAX = 15;

  private final Process process;
  private final StateDir dir;
  private final Thread reaper;
  private double startSeconds;

  private DemoDaemon(Process process, StateDir dir) {
    this.process = process;
    this.dir = dir;
    reaper = new Thread(process::destroyForcibly, "end the demo's daemon");
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  static DemoDaemon start(StateDir dir) throws IOException {
    long began = System.nanoTime();
    dir.create();
    var log = dir.path().resolve("daemon.log").toFile();
    var process = new ProcessBuilder(command(dir))
        .redirectError(ProcessBuilder.Redirect.appendTo(log))
        .start();
    var daemon = new DemoDaemon(process, dir);
    daemon.awaitReady();
    daemon.startSeconds = (System.nanoTime() - began) / 1e9;
    return daemon;
  }

  /** By the launcher where one started us, since it knows the JVM flags of a daemon. */
  private static List<String> command(StateDir dir) {
    var launcher = System.getProperty("qkt.launcher");
    if (launcher != null) return List.of(launcher, "daemon", "--state-dir", dir.path().toString());
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), "io.qkt.cli.Main", "daemon", "--state-dir",
        dir.path().toString());
  }

  private void awaitReady() throws IOException {
    var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("[INFO] daemon ready")) return;
    }
    throw new Failure(ExitCode.FAILURE, "the demo's daemon did not start",
        "see " + dir.path().resolve("daemon.log"));
  }

  long pid() {
    return process.pid();
  }

  double startSeconds() {
    return startSeconds;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws InterruptedException {
    ControlClient.of(dir).post("/shutdown", Map.of());
    process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }
}
