package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, with a Maven that only writes down that it was called and
 * leaves what a build leaves.
 */
final class LauncherIT {
  private static final long SECONDS_MAX = 60;
  private static final String MAVEN = """
      #!/bin/sh
      [ "$1" != -v ] || { echo 'Apache Maven 3.9.9'; exit; }
      echo built >>builds
      sleep 1
      mkdir -p cli/target/lib
      : >cli/target/lib/qkt-cli-1.jar
      """;

  @TempDir
  private Path home;
  private Path bin;

  @BeforeEach
  void checkout() throws Exception {
    bin = Files.createDirectory(home.resolve("bin"));
    executable(bin.resolve("mvn"), MAVEN);
    executable(home.resolve("qkt"),
        Files.readString(Path.of(System.getProperty("qkt.root"), "qkt")));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
  }

  @Test
  void launchers_startedAtOnceInAFreshClone_buildOnce() throws Exception {
    var started = new ArrayList<Process>();
    for (int i = 0; i < 4; i++)
      started.add(start());
    for (var process : started)
      await(process);

    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
    assertThat(home.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void launcher_thatFindsTheLockOfADeadBuild_buildsAnyway() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    var lock = Files.createDirectories(home.resolve("target/build.lock"));
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    await(start());

    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
  }

  @Test
  void launcher_whoseSourcesAreOlderThanTheBuild_buildsNothing() throws Exception {
    await(start());
    await(start());

    assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);
  }

  /** What it starts is nobody's command: only what it does before that is looked at. */
  private Process start() throws Exception {
    var command = new ProcessBuilder(List.of(home.resolve("qkt").toString(), "version"))
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile("launcher", ".out").toFile());
    var path = bin + ":" + command.environment().get("PATH");
    command.environment().put("PATH", path);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return command.start();
  }

  private static void await(Process process) throws Exception {
    assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
  }

  private static void executable(Path file, String text) throws Exception {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
