package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real daemon and the verbs that speak to it, with right words and with wrong ones. */
class DaemonIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration READY_MAX = Duration.ofSeconds(60);

  @TempDir
  static Path root;
  private static Path dir;
  private static Qkt daemon;
  /** The example that everybody meets first, and two of their own. */
  private static final String CROSS = Path.of(System.getProperty("qkt.root"), "examples",
      "ema_cross.qkt").toString();

  @BeforeAll
  static void start() throws Exception {
    dir = root.resolve("state with a blank");
    daemon = startDaemon(dir);
  }

  @AfterAll
  static void end() {
    daemon.process().destroyForcibly();
  }

  private static Qkt startDaemon(Path in) throws Exception {
    var started = Qkt.start("daemon", "--state-dir", in.toString());
    long end = System.nanoTime() + READY_MAX.toNanos();
    while (!started.out().contains("daemon ready")) {
      assertThat(started.process().isAlive()).as(started.err()).isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return started;
  }

  private static Qkt.Ended ask(String... words) throws Exception {
    var all = new ArrayList<>(List.of(words));
    all.add("--state-dir");
    all.add(dir.toString());
    return Qkt.run(all.toArray(String[]::new));
  }

  private static String written(String name, String from, String to) throws Exception {
    var text = Files.readString(Path.of(CROSS)).replace(from, to);
    return Files.writeString(root.resolve(name), text).toString();
  }

  @Test // R-12-11
  void daemon_onStart_printsItsLinesInOrder() throws Exception {
    var port = Files.readString(dir.resolve("control.port")).strip();
    assertThat(daemon.out()).isEqualTo("""
        [INFO] qkt 0.1.0 daemon starting
        [INFO] state directory: %s
        [INFO] control plane: http://127.0.0.1:%s
        [INFO] daemon ready
        """.formatted(dir.toAbsolutePath(), port));
  }

  @Test // R-12-16
  void daemonStatus_showsPidAndPort() throws Exception {
    var status = ask("daemon", "status");
    var port = Files.readString(dir.resolve("control.port")).strip();
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).matches("pid " + daemon.process().pid()
        + "\nuptime \\d\\d:\\d\\d:\\d\\d\ncontrol port " + port + "\nstrategies \\d+\n");
  }

  @Test
  void secondDaemon_onTheSameDirectory_isRefusedAndTouchesNothing() throws Exception {
    var second = ask("daemon");
    assertThat(second.exitCode()).isEqualTo(6);
    assertThat(second.out()).isEmpty();
    assertThat(second.err()).isEqualTo("error: a daemon is already running on %s (pid %d)\n"
        .formatted(dir.toAbsolutePath(), daemon.process().pid()));
    assertThat(ask("list").exitCode()).isZero();
  }

  @Test // R-12-18, R-12-19, R-12-21, R-12-24, R-12-32, R-12-44, R-12-45
  void deploy_thenList_showsTheName() throws Exception {
    var deployed = ask("deploy", CROSS, "--as", "gold");
    assertThat(deployed.exitCode()).as(deployed.err()).isZero();
    assertThat(deployed.out()).matches(
        "NAME  PORT  STATE    STARTED\ngold  -     running  \\d{4}-\\d\\d-\\d\\dT[0-9:]{8}Z\n");
    assertThat(ask("list").out()).contains("NAME").containsPattern("gold +\\d\\d:\\d\\d:\\d\\d");
    var row = JSON.readTree(ask("list", "--json").out()).path(0);
    assertThat(row.path("brokers").path("SIM").asText()).isEqualTo("paper");
    assertThat(row.path("kind").asText()).isEqualTo("strategy");

    var again = ask("deploy", CROSS, "--as", "gold");
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).isEqualTo("unchanged\n");
    var other = ask("deploy", written("larger.qkt", "0.01", "1"), "--as", "gold");
    assertThat(other.exitCode()).isEqualTo(6);
    assertThat(other.err()).contains("'gold' already runs something else");
    for (var name : List.of("gold", "fast")) {
      var faster = ask("deploy", CROSS, "--as", name, "--speed", "7");
      assertThat(faster.exitCode()).isEqualTo(6);
      assertThat(faster.err()).contains("in use at speed 1");
    }
  }

  @Test // R-12-20, R-12-22, R-12-42
  void wrongWords_endWithTheirCodeAndARemedy() throws Exception {
    assertThat(ask("deploy", CROSS, "--as", "a/b"))
        .matches(e -> e.exitCode() == 2 && e.err().contains("a name must be"));
    assertThat(ask("deploy", written("wrong.qkt", "POSITION.btc", "POSITION.btx")))
        .matches(e -> e.exitCode() == 3 && e.err().contains("error[E0102]: unknown stream `btx`"));
    assertThat(ask("deploy", "nowhere.qkt"))
        .matches(e -> e.exitCode() == 2 && e.err().contains("nowhere.qkt"));
    assertThat(ask("status", "nobody"))
        .matches(e -> e.exitCode() == 4 && e.err().contains("'nobody'"));
    assertThat(Qkt.run("lst")).matches(e -> e.exitCode() == 2 && e.err().contains("list"));
    assertThat(Qkt.run("daemon", "--control-port", "99999")).matches(e -> e.exitCode() == 2);
    assertThat(Qkt.run()).matches(e -> e.exitCode() == 2 && e.out().isEmpty());
  }

  @Test // R-12-09
  void daemon_onATakenPort_endsAndSaysSo() throws Exception {
    var port = Files.readString(dir.resolve("control.port")).strip();
    var refused = Qkt.run("daemon", "--control-port", port, "--state-dir",
        root.resolve("taken").toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("127.0.0.1:" + port).contains("help: ");
  }

  @Test // R-12-06
  void client_withoutADaemon_saysHowToStartOne() throws Exception {
    var alone = Qkt.run("list", "--state-dir", root.resolve("empty").toString());
    assertThat(alone.exitCode()).isEqualTo(5);
    assertThat(alone.out()).isEmpty();
    assertThat(alone.err())
        .isEqualTo("error: no daemon running\n  help: start it with `qkt daemon`\n");
  }

  @Test
  void daemon_killed_leavesAPortThatReadsAsNoDaemon() throws Exception {
    var other = root.resolve("killed");
    var killed = startDaemon(other);
    killed.process().destroyForcibly().waitFor();
    assertThat(other.resolve("control.port")).exists();
    var list = Qkt.run("list", "--state-dir", other.toString());
    assertThat(list.exitCode()).isEqualTo(5);
    assertThat(list.err()).contains("no daemon running").contains("`qkt daemon`");
  }

  @Test // R-12-14
  void daemon_stopped_drainsAndComesBackWithWhatWasDeployed() throws Exception {
    var other = root.resolve("stopped").toString();
    var first = startDaemon(Path.of(other));
    assertThat(Qkt.run("deploy", CROSS, "--state-dir", other).exitCode()).isZero();
    assertThat(Qkt.run("daemon", "stop", "--state-dir", other).exitCode()).isZero();
    assertThat(first.await().exitCode()).isZero();
    assertThat(first.out()).endsWith("[INFO] daemon stopped\n");
    assertThat(first.err()).contains(" INFO [ema_cross] strategy ema_cross starting\n")
        .contains(" INFO [ema_cross] strategy ema_cross drained\n");
    assertThat(Path.of(other, "control.port")).doesNotExist();

    var second = startDaemon(Path.of(other));
    assertThat(Qkt.run("list", "--state-dir", other).out()).contains("ema_cross");
    second.process().destroy();
    assertThat(second.await().exitCode()).isEqualTo(143);
    assertThat(second.out()).endsWith("[INFO] daemon stopped\n");
    assertThat(second.err()).contains("recovered at");
  }

  @Test
  void controlPlane_refusesForeignHostsPagesAndNonsense() throws Exception {
    assertThat(raw("GET /list", "evil.example", "")).startsWith("HTTP/1.1 421");
    assertThat(raw("GET /list", "127.0.0.1", "Origin: http://evil.example\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /nothing", "127.0.0.1", "")).startsWith("HTTP/1.1 404")
        .contains("NO_SUCH_ROUTE");
    assertThat(raw("DELETE /list", "127.0.0.1", "")).startsWith("HTTP/1.1 405");
    assertThat(raw("POST /deploy", "127.0.0.1", "")).startsWith("HTTP/1.1 400")
        .contains("BAD_REQUEST")
        .contains("application/problem+json");
    assertThat(raw("GET /api/v1/instances", "localhost", "")).startsWith("HTTP/1.1 200")
        .contains("\"items\":[");
  }

  private static String raw(String what, String host, String headers) throws Exception {
    int port = Integer.parseInt(Files.readString(dir.resolve("control.port")).strip());
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request = "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n%s\r\n";
      socket.getOutputStream()
          .write(
              request.formatted(what, host, headers).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
