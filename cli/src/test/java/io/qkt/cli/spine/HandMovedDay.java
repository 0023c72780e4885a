package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.platform.registry.Deployment;
import io.qkt.platform.registry.Registry.Deployed;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.seam.Transport;
import io.qkt.platform.strategy.InstanceStatus.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A node whose wall is moved by hand, a bar at a time, each time when all is settled; so two runs
 * of the same length differ by nothing but what was done to them.
 */
final class HandMovedDay {
  static final String SOURCE = averages(3, 5);
  static final long START = 1_767_225_600_000_000L;
  static final long BAR_MICROS = 1_000_000;
  private static final Duration SETTLE_MAX = Duration.ofSeconds(20);

  private HandMovedDay() {}

  /** Long while the average of {@code fast} bars is above that of {@code slow}. */
  static String averages(int fast, int slow) {
    return """
        STRATEGY averages VERSION 1
        SYMBOLS btc = SIM:BTCUSDT EVERY 1s
        LET f = ema(btc.close, %d)
        LET s = ema(btc.close, %d)
        RULES
          WHEN f CROSSES ABOVE s AND POSITION.btc = 0 THEN BUY btc SIZING 0.01
          WHEN f CROSSES BELOW s AND POSITION.btc > 0 THEN SELL btc SIZING 0.01
        """.formatted(fast, slow);
  }

  static EndState run(Path dir, Transport transport, int bars) {
    var wall = new AtomicLong(START);
    var options = NodeOptions.of(dir, 0)
        .with(Settings.DEFAULT.askingEvery(Duration.ofMillis(100)))
        .with(transport)
        .withWall(wall::get);
    try (var node = Node.start(options, () -> {})) {
      deploy(node);
      for (int bar = 1; bar <= bars; bar++) {
        wall.addAndGet(BAR_MICROS);
        settle(node, bar);
      }
      return EndState.of(status(node));
    }
  }

  private static void deploy(Node node) {
    var reply = await(node.control().deploy(new Deployment("ema", SOURCE, 0)));
    assertThat(reply).isInstanceOf(Deployed.class);
  }

  private static void settle(Node node, int bars) {
    eventually(SETTLE_MAX, "bar " + bars + " is settled", () -> {
      var status = status(node);
      return status.barsConsumed() == bars && status.openOrders() == 0;
    });
  }

  private static Figures status(Node node) {
    return await(node.control().instance("ema")).orElseThrow().figures().orElseThrow();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
