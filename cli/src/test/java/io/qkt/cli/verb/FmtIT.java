package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FmtIT {
  @TempDir
  private Path dir;

  @Test
  void fmt_ofAnUntidyFile_rewritesItOnceAndKeepsItsComments() throws Exception {
    var file = file("strategy s version 1 symbols x = SIM:BTC every 1m -- one stream\n"
        + "rules when x.close>1 then buy x sizing 1");
    assertThat(Qkt.run("fmt", "--check", file).exitCode()).isEqualTo(10);
    assertThat(Qkt.run("fmt", file).out()).isEqualToIgnoringNewLines(file);
    assertThat(Files.readString(Path.of(file))).contains("STRATEGY s VERSION 1",
        "-- one stream", "WHEN x.close > 1 THEN");
    assertThat(Qkt.run("fmt", "--check", file)).isEqualTo(new Qkt.Ended(0, "", ""));
  }

  @Test
  void fmt_ofAFileWithErrors_saysWhereAndLeavesItAlone() throws Exception {
    var file = file("STRATEGY s VERSION 1\nRULES\n  WHEN x.close > THEN BUY x SIZING 1\n");
    var ended = Qkt.run("fmt", file);
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("error[E0", "untidy.qkt:3:18", "help:");
    assertThat(Files.readString(Path.of(file))).contains("x.close > THEN");
  }

  @Test
  void fmt_ofAFileThatIsNotThere_namesIt() throws Exception {
    var ended = Qkt.run("fmt", dir.resolve("gone.qkt").toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("gone.qkt", "help: check the path");
  }

  private String file(String text) throws Exception {
    return Files.writeString(dir.resolve("untidy.qkt"), text).toString();
  }
}
