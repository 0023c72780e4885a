package io.qkt.cli.verb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The qkt command as a process of its own, with what it wrote to each stream. */
final class Qkt {
  private static final long SECONDS_MAX = 90;

  record Ended(int exitCode, String out, String err) {}

  private final Process process;
  private final Path out;
  private final Path err;

  private Qkt(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Ended run(String... words) throws Exception {
    return start(words).await();
  }

  static Qkt start(String... words) throws IOException {
    var out = Files.createTempFile("qkt", ".out");
    var err = Files.createTempFile("qkt", ".err");
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED", "-Dlogback.configurationFile=logback.xml", "-cp",
        System.getProperty("java.class.path"),
        "io.qkt.cli.Main"));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    return new Qkt(process, out, err);
  }

  Process process() {
    return process;
  }

  Ended await() throws Exception {
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not end:\n" + out() + err());
    }
    return new Ended(process.exitValue(), out(), err());
  }

  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}
