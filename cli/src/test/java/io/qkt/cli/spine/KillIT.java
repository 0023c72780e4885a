package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.platform.seam.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process, killed: at each crash point once and at random instants. All lives share one
 * state directory, so each recovers from what the one before left, and after each death the files
 * are audited from outside.
 */
class KillIT {
  private static final int FILLS_LEAST = 20;
  private static final int MORE_KILLS_MAX = 20;
  private static final double SPEED = 10;
  private static final int RANDOM_KILLS = 8;
  private static final int SOAK_KILLS = 100;
  private static final int RANDOM_MILLIS_MAX = 6_000;
  private static final long SEED = 20261125;
  private static final Duration DEATH_MAX = Duration.ofSeconds(40);
  private static final Duration SETTLE_MAX = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** Passed only while something is deployed. */
  private static final Set<CrashPoint> AT_DEPLOY = EnumSet.range(CrashPoint.CLOCK_BEFORE_SAVE,
      CrashPoint.LOADED_AFTER_WRITE);
  /** Each follows a death that left an intent unseen, which has grown old meanwhile. */
  private static final Set<CrashPoint> AFTER_UNSEEN_INTENT = EnumSet
      .of(CrashPoint.LAPSE_BEFORE_WRITE, CrashPoint.LAPSE_AFTER_WRITE);

  /** Passed by orders that wait, which the strategies of the first deaths have none of. */
  private static final Set<CrashPoint> OF_WAITING_ORDERS = EnumSet.of(
      CrashPoint.CANCEL_BEFORE_SEND, CrashPoint.CANCEL_AFTER_SEND,
      CrashPoint.CANCELLING_BEFORE_WRITE, CrashPoint.CANCELLING_AFTER_WRITE,
      CrashPoint.VENUE_AFTER_CANCEL, CrashPoint.WATCH_BEFORE_WRITE, CrashPoint.WATCH_AFTER_WRITE,
      CrashPoint.BEAT_BEFORE_WRITE, CrashPoint.BEAT_AFTER_WRITE);
  private static final Set<Kinds> WAITING = EnumSet.of(Kinds.CANCEL, Kinds.TRAILING_EXIT,
      Kinds.SCHEDULE);

  private final Random random = new Random(SEED);
  private final Set<String> acknowledged = new TreeSet<>();

  @TempDir
  Path dir;

  @Test
  void engine_killedAtEveryCrashPointAndAtRandom_losesAndDoublesNothing() throws Exception {
    for (var point : EnumSet.complementOf(EnumSet.copyOf(OF_WAITING_ORDERS)))
      dieAt(point);
    deployWaiting();
    for (var point : OF_WAITING_ORDERS)
      dieAt(point);
    for (int kill = 0; kill < RANDOM_KILLS; kill++)
      dieAtRandom();
    settleAndAudit();
    assertThat(diedAt()).containsExactlyInAnyOrder(CrashPoint.values());
  }

  @Test
  @Tag("soak")
  void engine_killedAHundredTimesAtRandom_losesAndDoublesNothing() throws Exception {
    var first = DaemonProcess.start(dir, CrashableDaemon.IMMORTAL, 0);
    assertThat(first.isReadyOrDead()).as(first.output()).isTrue();
    for (var name : List.of("a", "b", "c"))
      deploy(first, name);
    first.kill();
    for (int kill = 0; kill < SOAK_KILLS; kill++)
      dieAtRandom();
    settleAndAudit();
  }

  private void settleAndAudit() throws Exception {
    dieUntilEnoughIsFilled();
    settle();
    try (var audit = new JournalAudit(dir)) {
      audit.assertNothingLostNothingDoubled();
      audit.assertBothLedgersEqual();
      assertThat(audit.deployed()).containsAll(acknowledged);
      assertThat(audit.fills()).isGreaterThan(FILLS_LEAST);
    }
  }

  /** On a loaded machine fewer orders are filled between two deaths: then it dies more often. */
  private void dieUntilEnoughIsFilled() throws Exception {
    for (int more = 0; more < MORE_KILLS_MAX && fills() <= FILLS_LEAST; more++)
      dieAtRandom();
  }

  private int fills() throws Exception {
    try (var audit = new JournalAudit(dir)) {
      return audit.fills();
    }
  }

  private void dieAt(CrashPoint point) throws Exception {
    // The first pass is in the middle of a recovery, later ones are in the middle of a day.
    boolean rare = AT_DEPLOY.contains(point) || AFTER_UNSEEN_INTENT.contains(point);
    var daemon = DaemonProcess.start(dir, point.name(), rare ? 1 : 1 + random.nextInt(4));
    if (daemon.isReadyOrDead() && AT_DEPLOY.contains(point)) deploy(daemon, "k" + point.ordinal());
    if (!daemon.diesWithin(DEATH_MAX)) {
      daemon.kill();
      throw new AssertionError("did not die at " + point + ":\n" + daemon.output());
    }
    audit();
  }

  private void dieAtRandom() throws Exception {
    var daemon = DaemonProcess.start(dir, CrashableDaemon.IMMORTAL, 0);
    daemon.diesWithin(Duration.ofMillis(random.nextInt(RANDOM_MILLIS_MAX)));
    daemon.kill();
    audit();
  }

  private void deployWaiting() throws Exception {
    var daemon = DaemonProcess.start(dir, CrashableDaemon.IMMORTAL, 0);
    assertThat(daemon.isReadyOrDead()).as(daemon.output()).isTrue();
    for (var kind : WAITING)
      deploy(daemon, kind.name(), kind.name());
    daemon.kill();
  }

  private void deploy(DaemonProcess daemon, String name) {
    deploy(daemon, name, HandMovedDay.SOURCE);
  }

  private void deploy(DaemonProcess daemon, String name, String source) {
    if (daemon.deploy(name, source, SPEED)) acknowledged.add(name);
  }

  private void audit() throws IOException {
    try (var audit = new JournalAudit(dir)) {
      audit.assertNothingLostNothingDoubled();
      assertThat(audit.deployed()).containsAll(acknowledged);
    }
  }

  /** A last life in which no time passes: what is under way ends, and then all is quiet. */
  private void settle() throws Exception {
    var daemon = DaemonProcess.start(dir, CrashableDaemon.FROZEN, 0);
    assertThat(daemon.isReadyOrDead()).as(daemon.output()).isTrue();
    var last = new Object() {
      List<String> seen = List.of();
      long since = System.nanoTime();
    };
    eventually(SETTLE_MAX, "nothing is under way any more", () -> {
      var now = progress(daemon);
      if (!now.equals(last.seen)) last.since = System.nanoTime();
      last.seen = now;
      return System.nanoTime() - last.since > QUIET.toNanos() && !now.isEmpty()
          && now.stream().allMatch(KillIT::isAtRest);
    });
    assertThat(daemon.stop()).isZero();
  }

  /** Orders that wait for the market are at rest too. */
  private static boolean isAtRest(String one) {
    boolean waits = WAITING.stream().anyMatch(kind -> one.startsWith(kind.name()));
    return waits ? one.contains(" running, open ") : one.endsWith(" running, open 0");
  }

  private static List<String> progress(DaemonProcess daemon) {
    var progress = new ArrayList<String>();
    daemon.client()
        .get("/status")
        .forEach(one -> progress.add("%s at %s %s, open %s".formatted(
            one.path("name").asText(), one.path("journalSeq").asText(), one.path("state").asText(),
            one.path("openOrders").asText())));
    return progress;
  }

  private List<CrashPoint> diedAt() {
    return Arrays.stream(CrashPoint.values())
        .filter(point -> Files.exists(dir.resolve("died-at-" + point)))
        .toList();
  }
}
