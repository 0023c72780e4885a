package io.qkt.cli.spine;

import static io.qkt.cli.spine.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.backtest.ReplayLoop;
import io.qkt.brokers.sim.SimFeed;
import io.qkt.cli.node.Node;
import io.qkt.cli.node.NodeOptions;
import io.qkt.core.market.Instrument;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.venue.FillTier;
import io.qkt.platform.registry.Deployment;
import io.qkt.platform.registry.Registry.Deployed;
import io.qkt.platform.seam.CrashProbe;
import io.qkt.platform.seam.Settings;
import io.qkt.platform.seam.Transport;
import io.qkt.platform.strategy.Desired;
import io.qkt.platform.strategy.InstanceStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * A node and a backtest of each of its strategies, on the same quotes, one quote at a time: only
 * when a strategy has come to the state of its backtest does the next quote come. A strategy that
 * decides anything else never comes there.
 */
final class LockStep implements AutoCloseable {
  private static final Instrument BTC = Instrument.parse("SIM:BTCUSDT");
  private static final long QUOTE_MICROS = 250_000;
  private static final Duration QUIET = Duration.ofMillis(150);
  private static final Duration SETTLE_MAX = Duration.ofSeconds(20);

  private final AtomicLong wall = new AtomicLong(HandMovedDay.START);
  private final HeldBars bars;
  private final Node node;
  private final SimFeed feed = new SimFeed(1);
  private final TreeMap<String, Lane> lanes = new TreeMap<>();

  /** One strategy's backtest, and the hashes that it had on the way through a quote. */
  private static final class Lane {
    final ReplayLoop loop;
    Optional<Long> beforeBar = Optional.empty();

    Lane(Kinds kind, Desired desired) {
      loop = new ReplayLoop(kind.program(), new Identity(desired.clusterId(), desired.id(),
          desired.generation(), desired.signalMaxAgeMicros()), AccountPlan.DEFAULT,
          FillTier.PAPER);
      loop.journalTo(input -> {
        boolean first = input instanceof Input.BarClosed && beforeBar.isEmpty();
        if (first) beforeBar = Optional.of(hash());
      });
    }

    long hash() {
      return loop.session().stateHash();
    }
  }

  LockStep(Path dir, Transport transport, CrashProbe crashes) {
    bars = new HeldBars(transport);
    node = Node.start(NodeOptions.of(dir, 0)
        .with(Settings.DEFAULT.askingEvery(Duration.ofMillis(50))
            .restartingAfter(Duration.ofMillis(20))
            .withFeedPoll(Duration.ofMillis(5))
            .withAlignWait(SETTLE_MAX))
        .with(bars)
        .with(crashes, UnaryOperator.identity())
        .with(Kinds::compile)
        .withWall(wall::get), () -> {});
  }

  LockStep deploy(Collection<Kinds> kinds) {
    for (var kind : kinds) {
      var reply = await(node.control().deploy(new Deployment(kind.name(), kind.name(), 0)));
      assertThat(reply).isInstanceOf(Deployed.class);
      lanes.put(kind.name(), new Lane(kind, status(kind.name()).desired()));
    }
    show(0);
    return this;
  }

  /** Goes through the quotes of a number of bars, and waits at each one. */
  void run(int count) {
    for (int bar = 0; bar < count; bar++) {
      for (int quote = 1; quote <= 4; quote++)
        step(4L * bar + quote);
    }
  }

  /** The same where a death may change what is decided: each quote waits for the last one's end. */
  void runWithoutBacktest(int count) {
    for (long quote = 1; quote <= 4L * count; quote++) {
      show(quote);
      awaitQuiet("after quote " + quote);
    }
  }

  private void awaitQuiet(String when) {
    var last = new Object() {
      String seen = "";
      long since = System.nanoTime();
    };
    boolean came = within(SETTLE_MAX, () -> {
      var now = progress();
      if (!now.equals(last.seen)) last.since = System.nanoTime();
      last.seen = now;
      return !now.contains("silent") && System.nanoTime() - last.since > QUIET.toNanos();
    });
    if (!came) throw new AssertionError("not quiet " + when + ": " + last.seen);
  }

  private String progress() {
    var progress = new StringBuilder();
    for (var name : lanes.keySet())
      progress.append(status(name).figures()
          .map(figures -> name + figures.journalSeq() + ' ')
          .orElse("silent"));
    return progress.toString();
  }

  private void step(long number) {
    bars.hold();
    show(number);
    awaitAll("before the bar of quote " + number, lane -> lane.beforeBar.orElseGet(lane::hash));
    bars.release();
    awaitAll("after quote " + number, Lane::hash);
  }

  private void show(long number) {
    long time = HandMovedDay.START + number * QUOTE_MICROS;
    for (var lane : lanes.values()) {
      lane.beforeBar = Optional.empty();
      lane.loop.onQuote(BTC, feed.latest(BTC.symbol(), time));
    }
    wall.set(time);
  }

  private void awaitAll(String when, ToLongFunction<Lane> expected) {
    lanes.forEach((name, lane) -> {
      long hash = expected.applyAsLong(lane);
      boolean came = within(SETTLE_MAX, () -> status(name).figures()
          .filter(figures -> figures.stateHash() == hash)
          .isPresent());
      if (!came) {
        throw new AssertionError("%s %s must come to the state of its backtest, %s fills, was %s"
            .formatted(name, when, lane.loop.fills(), status(name)));
      }
    });
  }

  /** The strategies as they stand, and as their backtests do. */
  void assertSame() {
    lanes.forEach((name, lane) -> assertThat(EndState.of(status(name).figures().orElseThrow()))
        .as(name)
        .isEqualTo(EndState.of(lane.loop.session())));
  }

  int fills(Kinds kind) {
    return lanes.get(kind.name()).loop.fills().size();
  }

  private InstanceStatus status(String name) {
    return await(node.control().instance(name)).orElseThrow();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    node.close();
  }
}
