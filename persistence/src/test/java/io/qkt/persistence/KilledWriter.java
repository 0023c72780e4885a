package io.qkt.persistence;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.apache.pekko.actor.typed.ActorRef;

/** The main class of the process that {@link KillTest} kills: journals without end and tells. */
final class KilledWriter {
  private static final int ENTITIES = 20;

  private KilledWriter() {}

  public static void main(String[] args) throws Exception {
    var engine = Engine.start(Path.of(args[0]), 2, "");
    var entities = engine.recovered(ENTITIES);
    for (int i = 0; i < ENTITIES; i++)
      addForEver("e" + i, entities.get(i), 1, System.out);
  }

  private static void addForEver(String id, ActorRef<Counter.Add> entity, long n, PrintStream out) {
    var acknowledged = new CompletableFuture<Long>();
    acknowledged.thenAccept(_ -> {
      // The full stop marks a line that was written whole.
      out.println("ack %s %d.".formatted(id, n));
      addForEver(id, entity, n + 1, out);
    });
    entity.tell(new Counter.Add(n, acknowledged));
  }
}
