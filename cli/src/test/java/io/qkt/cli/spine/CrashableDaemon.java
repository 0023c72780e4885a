package io.qkt.cli.spine;

import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.CrashProbe;
import io.qkt.platform.seam.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A daemon like any other, but for two things: it dies, without a word, when it passes a given
 * crash point for the n-th time, and it writes down each order that reaches its venue.
 *
 * <p>Arguments: state directory, crash point, n; {@value #FROZEN} in place of a crash point lets
 * the wall stand still, so that what is under way comes to its end and nothing new begins.
 */
final class CrashableDaemon {
  /** Old intents must lapse while the process is down, and the next one starts in seconds. */
  private static final Duration SIGNAL_MAX_AGE = Duration.ofSeconds(1);

  static final String FROZEN = "frozen";
  static final String IMMORTAL = "immortal";

  private CrashableDaemon() {}

  public static void main(String[] args) throws InterruptedException {
    var dir = Path.of(args[0]);
    var options = NodeOptions.of(dir, 0)
        .with(Settings.DEFAULT.askingEvery(Duration.ofMillis(300)).withSignalMaxAge(SIGNAL_MAX_AGE))
        .with(probe(dir, args[1], Integer.parseInt(args[2])), gateway -> new TappedGateway(gateway,
            dir.resolve("venue.log")))
        .with(Kinds::compile);
    long now = options.wallMicros().getAsLong();
    var node = Node.start(args[1].equals(FROZEN) ? options.withWall(() -> now) : options, () -> {});
    System.out.println("daemon ready");
    System.out.flush();
    node.awaitStopRequest();
    node.close();
    System.exit(0);
  }

  private static CrashProbe probe(Path dir, String point, int hits) {
    if (point.equals(IMMORTAL) || point.equals(FROZEN)) return CrashProbe.NONE;
    var fatal = CrashPoint.valueOf(point);
    var passed = new AtomicInteger();
    return at -> {
      if (at != fatal || passed.incrementAndGet() != hits) return;
      leaveMark(dir.resolve("died-at-" + point));
      Runtime.getRuntime().halt(137);
    };
  }

  private static void leaveMark(Path mark) {
    try {
      Files.writeString(mark, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
