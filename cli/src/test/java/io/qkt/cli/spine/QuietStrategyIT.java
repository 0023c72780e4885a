package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.platform.registry.Deployment;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.strategy.InstanceStatus.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A strategy that nobody addresses through sharding goes on consuming bars. Pekko's default would
 * put it away after two minutes, here shortened to one second; the second test shows that it would.
 */
class QuietStrategyIT {
  private static final String PASSIVATION = "pekko.cluster.sharding.passivation.";
  private static final String IDLE = PASSIVATION + "default-idle-strategy.idle-entity.timeout";
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final double SPEED = 20;
  /** An order would bring updates, and those come through sharding. */
  private static final String NEVER_TRADES = HandMovedDay.averages(5_000, 10_000);

  private final TreeMap<String, String> before = new TreeMap<>();

  @Test
  void strategy_addressedByNobody_consumesOnWithoutRecovering(@TempDir Path dir) throws Exception {
    set(IDLE, "1s");
    var status = leaveAlone(dir);
    assertThat(status.recovery()).isEmpty();
    assertThat(status.barsConsumed()).isGreaterThan(40);
  }

  @Test
  void strategy_withPekkosPassivation_isPutAway(@TempDir Path dir) throws Exception {
    set(IDLE, "1s");
    set(PASSIVATION + "strategy", "default-idle-strategy");
    assertThat(leaveAlone(dir).recovery()).isPresent();
  }

  /** Deploys, speaks to nobody for a while, and then asks once how it went. */
  private static Figures leaveAlone(Path dir) throws Exception {
    var settings = Settings.DEFAULT.withRegistryHeartbeat(Duration.ofHours(1));
    try (var node = Node.start(NodeOptions.of(dir, 0).with(settings), () -> {})) {
      node.control()
          .deploy(new Deployment("quiet", NEVER_TRADES, SPEED))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
      long end = System.nanoTime() + QUIET.toNanos();
      eventually(QUIET.multipliedBy(2), "the quiet is over", () -> System.nanoTime() > end);
      return node.control()
          .instance("quiet")
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS)
          .orElseThrow()
          .figures()
          .orElseThrow();
    }
  }

  private void set(String key, String value) {
    before.putIfAbsent(key, "");
    System.setProperty(key, value);
    ConfigFactory.invalidateCaches();
  }

  @AfterEach
  void restore() {
    before.keySet().forEach(System::clearProperty);
    ConfigFactory.invalidateCaches();
  }
}
