package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.platform.registry.Deployment;
import io.qkt.platform.registry.Registry.Deployed;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.strategy.InstanceStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any message between two actors may be lost, and nothing changes in the end. The wall is moved by
 * hand, a bar at a time, when all is settled; so two runs can differ by the loss alone.
 */
class LostMessageIT {
  private static final long START = 1_767_225_600_000_000L;
  private static final long SECOND = 1_000_000;
  private static final int BARS = 30;
  private static final Set<Integer> LOST = Set.of(1, 3);

  @TempDir
  static Path undisturbed;
  private static EndState expected;

  record EndState(long bars, long position, long realized, long intents, long fills, int openOrders,
      long stateHash) {
    static EndState of(InstanceStatus s) {
      return new EndState(s.barsConsumed(), s.position(), s.realized(), s.intents(), s.fills(),
          s.openOrders(), s.stateHash());
    }
  }

  @BeforeAll
  static void runUndisturbed() {
    expected = run(undisturbed, new DroppingTransport(Set.of(), Set.of()));
    assertThat(expected.fills()).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(Edge.class)
  void message_lostOnAnyEdge_changesNothingInTheEnd(Edge edge, @TempDir Path dir) {
    var edges = EnumSet.of(edge);
    // These two are only sent where an offer went missing.
    if (edge == Edge.BROKER_RESUME || edge == Edge.STRATEGY_NEVER_SEEN)
      edges.add(Edge.BROKER_OFFER);
    var transport = new DroppingTransport(edges, LOST);

    var end = run(dir, transport);

    assertThat(transport.lost(edge)).isPositive();
    assertThat(end).isEqualTo(expected);
  }

  private static EndState run(Path dir, DroppingTransport transport) {
    var wall = new AtomicLong(START);
    var options = NodeOptions.of(dir, 0)
        .with(Settings.DEFAULT.askingEvery(Duration.ofMillis(100)))
        .with(transport)
        .withWall(wall::get);
    try (var node = Node.start(options, () -> {})) {
      deploy(node);
      for (int bar = 1; bar <= BARS; bar++) {
        wall.addAndGet(SECOND);
        settle(node, bar);
      }
      return EndState.of(status(node));
    }
  }

  private static void deploy(Node node) {
    var reply = await(node.control().deploy(new Deployment("ema", "builtin:ema-cross", 0)));
    assertThat(reply).isInstanceOf(Deployed.class);
  }

  private static void settle(Node node, int bars) {
    eventually(Duration.ofSeconds(20), "bar " + bars + " is settled", () -> {
      var status = status(node);
      return status.barsConsumed() == bars && status.openOrders() == 0;
    });
  }

  private static InstanceStatus status(Node node) {
    return await(node.control().instance("ema")).orElseThrow();
  }

  private static <T> T await(java.util.concurrent.CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
