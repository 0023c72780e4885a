package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.platform.registry.Deployment;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.seam.Transport;
import io.qkt.platform.strategy.InstanceStatus.Figures;
import io.qkt.platform.strategy.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.RecipientRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A strategy that was deployed first and learns of it last gets its bars from its deployment on,
 * also where another one has made the hub begin later.
 */
class LateStrategyIT {
  private static final int BARS_BEFORE = 5;
  private static final int BARS_AFTER = 7;
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final AtomicLong wall = new AtomicLong(HandMovedDay.START);
  private final AtomicBoolean early = new AtomicBoolean(true);

  /** Keeps "early" from hearing that it should run. */
  private final class Withholding implements Transport {
    @Override
    public <M> void send(Edge edge, RecipientRef<M> to, M message) {
      boolean held = early.get() && message instanceof Strategy.Run run
          && run.desired().name().equals("early");
      if (!held) to.tell(message);
    }
  }

  @Test
  void strategy_startedAfterALaterOne_getsEveryBarSinceItsDeployment(@TempDir Path dir)
      throws Exception {
    var options = NodeOptions.of(dir, 0)
        .with(Settings.DEFAULT.askingEvery(Duration.ofMillis(100)))
        .with(new Withholding())
        .withWall(wall::get);
    try (var node = Node.start(options, () -> {})) {
      var asked = node.control().deploy(new Deployment("early", HandMovedDay.SOURCE, 0));
      eventually(BOUND, "early is deployed", () -> count(node) == 1);
      wall.addAndGet(BARS_BEFORE * HandMovedDay.BAR_MICROS);
      node.control()
          .deploy(new Deployment("later", HandMovedDay.SOURCE, 0))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
      wall.addAndGet(BARS_AFTER * HandMovedDay.BAR_MICROS);
      eventually(BOUND, "later has its bars", () -> bars(node, "later") == BARS_AFTER);

      early.set(false);
      asked.toCompletableFuture().get(30, TimeUnit.SECONDS);
      eventually(BOUND, "early has its bars",
          () -> bars(node, "early") == BARS_BEFORE + BARS_AFTER);
      assertThat(bars(node, "later")).isEqualTo(BARS_AFTER);
    }
  }

  private static int count(Node node) {
    return node.control().count().toCompletableFuture().join();
  }

  private static long bars(Node node, String name) {
    return node.control()
        .instance(name)
        .toCompletableFuture()
        .join()
        .orElseThrow()
        .figures()
        .map(Figures::barsConsumed)
        .orElse(0L);
  }
}
