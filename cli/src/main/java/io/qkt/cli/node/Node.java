package io.qkt.cli.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.qkt.brokers.paper.PaperGateway;
import io.qkt.brokers.sim.SimFeed;
import io.qkt.cli.end.ExitCode;
import io.qkt.cli.end.Failure;
import io.qkt.core.market.QuoteFeed;
import io.qkt.core.venue.Gateway;
import io.qkt.http.HttpServer;
import io.qkt.http.NodeInfo;
import io.qkt.persistence.H2Database;
import io.qkt.persistence.JdbcBarStore;
import io.qkt.persistence.JdbcBundleStore;
import io.qkt.persistence.JdbcFeedClockStore;
import io.qkt.platform.ControlPlane;
import io.qkt.platform.Platform;
import io.qkt.platform.feed.FeedClocks;
import io.qkt.platform.seam.MutableTransport;
import io.qkt.platform.wiring.Ports;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A running node: the journal, the actors and the control plane of one state directory. Here, and
 * only here, every port meets its implementation.
 */
public final class Node implements AutoCloseable {
  private static final String NODE_NAME = "local";
  private static final String SIM = "SIM";
  private static final String SIM_PAPER = "paper:sim";
  private static final long SIM_SEED = 1;
  private static final int JOURNAL_PARALLELISM = 2;
  private static final long START_SECONDS_MAX = 60;
  private static final long STOP_SECONDS_MAX = 9;

  private final StateDir dir;
  private final DaemonLock lock;
  private final H2Database database;
  private final ActorSystem<Void> system;
  private final ControlPlane control;
  private final MutableTransport transport;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private boolean closing;
  private int port;

  /**
   * Starts a node; {@code locked} runs as soon as it is sure to be the only one of its directory.
   */
  public static Node start(NodeOptions options, Runnable locked) {
    var dir = new StateDir(options.stateDir()).create();
    var lock = DaemonLock.take(dir);
    locked.run();
    try {
      return start(options, dir, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Node start(NodeOptions options, StateDir dir, DaemonLock lock) {
    var database = H2Database.open(dir.path());
    try {
      return new Node(options, dir, lock, database).listening(options);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private Node(NodeOptions options, StateDir dir, DaemonLock lock, H2Database database) {
    this.dir = dir;
    this.lock = lock;
    this.database = database;
    transport = new MutableTransport(options.transport());
    var clocks = new FeedClocks(new JdbcFeedClockStore(database), options.wallMicros(),
        options.crashes());
    await(clocks.load(List.of(SIM)));
    QuoteFeed sim = new SimFeed(SIM_SEED);
    // A venue in memory lives as long as the connection to it, and begins anew from its journal.
    Supplier<Gateway> paper = () -> options.gateways()
        .apply(new PaperGateway(sim, () -> clocks.now(SIM)));
    var types = JournalTable.types();
    system = ActorSystem.create(Behaviors.empty(), "qkt", ActorSystemSetup.create(
        BootstrapSetup.create(config(database.journalConfig(types, JOURNAL_PARALLELISM))), types));
    control = Platform.start(system, new Ports(new JdbcBarStore(database),
        new JdbcBundleStore(database), options.programs(), clocks,
        label -> SIM.equals(label) ? sim : null,
        profile -> SIM_PAPER.equals(profile) ? paper.get() : null, options.wallMicros(),
        transport, options.crashes(), options.settings(), NODE_NAME));
  }

  /** A -D on the command line overrules what we set, which overrules what Pekko sets. */
  private static Config config(Config journal) {
    return ConfigFactory.defaultOverrides()
        .withFallback(journal)
        .withFallback(ConfigFactory.parseResources("qkt-platform.conf"))
        .withFallback(ConfigFactory.load())
        .resolve();
  }

  private Node listening(NodeOptions options) {
    var info = new NodeInfo(ProcessHandle.current().pid(), Version.text(), NODE_NAME,
        dir.path().toString(), options.wallMicros().getAsLong() / 1_000);
    try {
      port = await(HttpServer.listen(system, options.controlPort(), control, info,
          options.wallMicros(), stopAsked::countDown));
    } catch (RuntimeException e) {
      system.terminate();
      throw new Failure(ExitCode.FAILURE, "the control plane must be able to listen on 127.0.0.1:"
          + options.controlPort() + ", it was not: " + rootCause(e), "leave out --control-port");
    }
    dir.writePort(port);
    return this;
  }

  private static String rootCause(Throwable thrown) {
    var cause = thrown;
    while (cause.getCause() != null)
      cause = cause.getCause();
    return cause.getMessage();
  }

  public int port() {
    return port;
  }

  public ControlPlane control() {
    return control;
  }

  /** Returns when somebody has asked the control plane to shut down. */
  public void awaitStopRequest() throws InterruptedException {
    stopAsked.await();
  }

  /** Drains every strategy and lets go of everything; the desired state stays. Once is enough. */
  @Override
  public void close() {
    if (isFirstToClose()) {
      stop();
      closed.complete(null);
    }
    closed.join();
  }

  private synchronized boolean isFirstToClose() {
    boolean first = !closing;
    closing = true;
    return first;
  }

  private void stop() {
    transport.mute();
    try {
      CoordinatedShutdown.get(system)
          .runAll(CoordinatedShutdown.unknownReason())
          .toCompletableFuture()
          .get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (Exception e) {
      system.log().warn("stopping by force: {}", e.toString());
    }
    dir.deletePort();
    database.close();
    lock.close();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(START_SECONDS_MAX, TimeUnit.SECONDS).join();
  }
}
