package io.qkt.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/** An entity that journals numbers and tells of each whether it was acknowledged. */
final class Counter extends EventSourcedBehavior<Counter.Add, Object, Kept.Total> {
  static final int SNAPSHOT_EVENTS = 100;
  static final long UNREADABLE = -1;

  private final CompletableFuture<Long> recovered;
  private final List<CompletableFuture<Long>> waiting = new ArrayList<>();

  record Add(long n, CompletableFuture<Long> acknowledged) {}

  private Counter(String id, CompletableFuture<Long> recovered) {
    super(PersistenceId.ofUniqueId(id));
    this.recovered = recovered;
  }

  static Behavior<Add> create(String id, CompletableFuture<Long> recovered) {
    return new Counter(id, recovered);
  }

  @Override
  public Kept.Total emptyState() {
    return new Kept.Total(0);
  }

  @Override
  public CommandHandler<Add, Object, Kept.Total> commandHandler() {
    return newCommandHandlerBuilder().forAnyState().onCommand(Add.class, add -> {
      waiting.add(add.acknowledged());
      return Effect().persist(new Kept.Added(add.n()))
          .thenRun((Kept.Total _) -> add.acknowledged().complete(add.n()));
    }).build();
  }

  @Override
  public EventHandler<Kept.Total, Object> eventHandler() {
    return newEventHandlerBuilder().forAnyState()
        .onAnyEvent((_, event) -> new Kept.Total(
            event instanceof Kept.Added added ? added.n() : UNREADABLE));
  }

  @Override
  public boolean shouldSnapshot(Kept.Total state, Object event, long seq) {
    return seq % SNAPSHOT_EVENTS == 0;
  }

  @Override
  public SignalHandler<Kept.Total> signalHandler() {
    // A failed write stops the entity, and with it ends the hope of those who wait.
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (total, _) -> recovered.complete(total.last()))
        .onSignal(PostStop.class, (_, _) -> {
          var stopped = new IllegalStateException("stopped");
          recovered.completeExceptionally(stopped);
          waiting.forEach(one -> one.completeExceptionally(stopped));
        })
        .build();
  }
}
