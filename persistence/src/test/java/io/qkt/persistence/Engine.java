package io.qkt.persistence;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A real actor system on a real file. */
final class Engine implements AutoCloseable {
  private static final long WAIT_SECONDS_MAX = 60;

  final H2Database database;
  final ActorSystem<Void> system;

  private Engine(H2Database database, ActorSystem<Void> system) {
    this.database = database;
    this.system = system;
  }

  static Engine start(Path stateDir, int parallelism, String overrides) {
    var types = Kept.types();
    var database = H2Database.open(stateDir);
    var config = ConfigFactory.parseString(overrides + "\npekko.loglevel = OFF")
        .withFallback(database.journalConfig(types, parallelism))
        .withFallback(ConfigFactory.load());
    var setup = ActorSystemSetup.create(BootstrapSetup.create(config), types);
    return new Engine(database, ActorSystem.create(Behaviors.empty(), "test", setup));
  }

  /** Entities {@code e0, e1, …}, all recovered. */
  List<ActorRef<Counter.Add>> recovered(int count) throws Exception {
    var recoveries = IntStream.range(0, count)
        .mapToObj(_ -> new CompletableFuture<Long>())
        .toList();
    var entities = IntStream.range(0, count)
        .mapToObj(i -> spawn("e" + i, recoveries.get(i)))
        .toList();
    for (var recovery : recoveries)
      recovery.get(WAIT_SECONDS_MAX, SECONDS);
    return entities;
  }

  ActorRef<Counter.Add> spawn(String id, CompletableFuture<Long> recovered) {
    var name = "c" + System.identityHashCode(recovered);
    return system.systemActorOf(Counter.create(id, recovered), name, Props.empty());
  }

  /** Tells all at once to journal {@code n} and says of each whether it was acknowledged. */
  static List<Boolean> addToAll(List<ActorRef<Counter.Add>> entities, long n) throws Exception {
    var answers = entities.stream().map(_ -> new CompletableFuture<Long>()).toList();
    for (int i = 0; i < entities.size(); i++)
      entities.get(i).tell(new Counter.Add(n, answers.get(i)));
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .handle((_, _) -> null)
        .get(WAIT_SECONDS_MAX, SECONDS);
    return answers.stream().map(answer -> !answer.isCompletedExceptionally()).toList();
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().orTimeout(WAIT_SECONDS_MAX, SECONDS).join();
    database.close();
  }
}
