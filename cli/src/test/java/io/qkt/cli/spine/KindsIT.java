package io.qkt.cli.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.CrashProbe;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Transport;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of every kind live through whatever befalls the actors, and end as in the backtest. */
class KindsIT {
  private static final int BARS = 18;
  private static final Set<Integer> DEATHS = Set.of(1, 2, 5, 9);
  private static final Set<Integer> LOST = Set.of(1, 2, 5, 14, 40);

  /** An entry that was sent and not heard of before the death is given up, and so is its parity. */
  private static final Set<CrashPoint> GIVES_UP_ENTRIES = EnumSet.of(
      CrashPoint.SENDING_AFTER_WRITE, CrashPoint.VENUE_AFTER_SEND, CrashPoint.OUTCOME_BEFORE_WRITE);
  private static final Set<CrashPoint> IN_THE_DAY = EnumSet.range(CrashPoint.HUB_BEFORE_BAR_STORED,
      CrashPoint.BEAT_AFTER_WRITE);

  @TempDir
  Path dir;

  @Test
  void day_ofEveryKind_isThatOfTheBacktest() {
    try (var day = new LockStep(dir, Transport.direct(), CrashProbe.NONE)) {
      day.deploy(EnumSet.allOf(Kinds.class)).run(BARS);
      day.assertSame();
      for (var kind : EnumSet.complementOf(EnumSet.of(Kinds.CANCEL)))
        assertThat(day.fills(kind)).as(kind.name()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TICKS")
  void kind_whoseActorsDieAtEachCrashPoint_endsAsInTheBacktest(Kinds kind) {
    var points = EnumSet.copyOf(IN_THE_DAY);
    points.removeAll(GIVES_UP_ENTRIES);
    var deaths = new Deaths(points, DEATHS);
    try (var day = new LockStep(dir, Transport.direct(), deaths)) {
      day.deploy(Set.of(kind)).run(BARS);
      day.assertSame();
    }
    System.out.println(kind + " " + deaths.died());
  }

  @Test
  void message_lostBetweenAnyTwoActors_changesNothingInTheEnd() {
    var transport = new DroppingTransport(EnumSet.range(Edge.HUB_SUBSCRIBE, Edge.VENUE_REPORT),
        LOST);
    try (var day = new LockStep(dir, transport, CrashProbe.NONE)) {
      day.deploy(EnumSet.allOf(Kinds.class)).run(BARS);
      day.assertSame();
    }
    assertThat(transport.lost(Edge.BROKER_CANCEL)).isPositive();
  }
}
