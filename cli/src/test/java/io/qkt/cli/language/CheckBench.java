package io.qkt.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.Main;
import io.qkt.dsl.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What `qkt check` of a file costs: as a process of its own, and in one that is warm. */
@Tag("bench")
final class CheckBench {
  private static final int PROCESSES = 9;
  private static final int WARM = 3_000;
  private static final int FILES = 2_000;
  private static final double TARGET = 0.35;
  private static final Path FILE = Path.of(System.getProperty("qkt.root"))
      .resolve("examples/ema_bracket.qkt");

  @Test
  void check_ofOneFile_asAProcess() throws IOException, InterruptedException {
    var seconds = new double[PROCESSES];
    for (int i = 0; i < PROCESSES; i++)
      seconds[i] = secondsOfAProcess();
    Arrays.sort(seconds);
    double median = seconds[PROCESSES / 2];
    System.out.printf(Locale.ROOT, "P6-check value=%.3f unit=s target=%.2f %s%n", median, TARGET,
        median <= TARGET ? "reached" : "short");
  }

  /** With the flags that the launcher gives to a verb that ends soon. */
  private static double secondsOfAProcess() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long start = System.nanoTime();
    var process = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-Xshare:auto", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "check",
        FILE.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.waitFor()).isZero();
    return (System.nanoTime() - start) / 1e9;
  }

  @Test
  void compile_ofOneFile_inAWarmProcess() throws IOException {
    var text = Files.readString(FILE);
    for (int i = 0; i < WARM; i++)
      assertThat(Compiler.compile(text).unit()).isPresent();
    long start = System.nanoTime();
    for (int i = 0; i < FILES; i++)
      Compiler.compile(text);
    System.out.printf(Locale.ROOT, "P6-check-warm value=%.1f unit=us/file%n",
        (System.nanoTime() - start) / 1e3 / FILES);
  }
}
