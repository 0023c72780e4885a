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
  /** Less than a wave and a half: enough for each kind to go in and out. */
  private static final int BARS_OF_DEATHS = 11;
  private static final Set<Integer> DEATHS = Set.of(1, 2, 5);
  private static final Set<Integer> LOST = Set.of(1, 2, 5, 14, 40);

  /** An entry that was sent and not heard of before the death is given up, and so is its parity. */
  private static final Set<CrashPoint> GIVES_UP_ENTRIES = EnumSet.of(
      CrashPoint.SENDING_AFTER_WRITE, CrashPoint.VENUE_AFTER_SEND, CrashPoint.OUTCOME_BEFORE_WRITE);
  /** Several entries of a stack are on their way at once: a death of their broker gives up one. */
  private static final Set<CrashPoint> OF_THE_BROKER = EnumSet.of(CrashPoint.SENDING_BEFORE_WRITE,
      CrashPoint.OUTCOME_AFTER_WRITE, CrashPoint.UPDATE_AFTER_SEND,
      CrashPoint.CANCELLING_BEFORE_WRITE, CrashPoint.CANCELLING_AFTER_WRITE,
      CrashPoint.VENUE_AFTER_CANCEL);
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
        assertThat(day.fills(kind)).as(kind.name()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TICKS")
  void kind_whoseActorsDieAtEachCrashPoint_endsAsInTheBacktest(Kinds kind) {
    var points = EnumSet.copyOf(IN_THE_DAY);
    points.removeAll(GIVES_UP_ENTRIES);
    if (kind == Kinds.STACK) points.removeAll(OF_THE_BROKER);
    var deaths = new Deaths(points, DEATHS);
    try (var day = new LockStep(dir, Transport.direct(), deaths)) {
      day.deploy(Set.of(kind)).run(BARS_OF_DEATHS);
      day.assertSame();
    }
    assertThat(deaths.died()).contains(CrashPoint.BAR_AFTER_WRITE, CrashPoint.OFFER_AFTER_SEND,
        CrashPoint.UPDATE_AFTER_WRITE);
    if (kind != Kinds.STACK) {
      assertThat(deaths.died()).contains(CrashPoint.SENDING_BEFORE_WRITE,
          CrashPoint.OUTCOME_AFTER_WRITE);
    }
  }

  /** What becomes of an entry that may have been sent is known: it counts once, or it is absent. */
  @Test
  void entry_whoseSendingDied_isCountedOnceOrGivenUp() throws Exception {
    var deaths = new Deaths(GIVES_UP_ENTRIES, DEATHS);
    try (var day = new LockStep(dir, Transport.direct(), deaths)) {
      day.deploy(EnumSet.allOf(Kinds.class)).runWithoutBacktest(BARS_OF_DEATHS);
    }
    assertThat(deaths.died()).isEqualTo(GIVES_UP_ENTRIES);
    try (var audit = new JournalAudit(dir)) {
      audit.assertNothingLostNothingDoubled();
      audit.assertBothLedgersEqual();
      audit.assertEveryProtectionArrived();
    }
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
