package io.qkt.cli.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.platform.seam.CrashProbe;
import io.qkt.platform.seam.Transport;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of every kind live through whatever befalls the actors, as in the backtest. */
class KindsIT {
  private static final int BARS = 18;

  @Test
  void day_ofEveryKind_endsAsInTheBacktest(@TempDir Path dir) {
    try (var day = new LockStep(dir, Transport.direct(), CrashProbe.NONE)) {
      day.deploy(EnumSet.allOf(Kinds.class)).run(BARS);
      day.assertSame();
      System.out.println(day.fills());
    }
  }
}
