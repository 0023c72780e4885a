package io.qkt.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a new user runs. */
class DemoIT {
  @Test
  void demo_killsTheEngineAndShowsThatNothingWasLost(@TempDir Path dir) throws Exception {
    var demo = Qkt.run("demo", "--seconds", "3", "--state-dir", dir.toString());
    assertThat(demo.exitCode()).as(demo.out() + demo.err()).isZero();
    assertThat(demo.out()).contains("[1/4] daemon", "[2/4] deployed", "[3/4] SIGKILL",
        "[4/4] restart", "orders sent twice: 0", "OK  nothing was lost and nothing was doubled");
    assertThat(demo.out()).containsPattern("position +\\S+ +\\S+\n")
        .containsPattern("state hash +([0-9a-f]{16}) +\\1\n");
  }
}
