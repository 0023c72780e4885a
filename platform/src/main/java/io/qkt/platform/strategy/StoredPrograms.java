package io.qkt.platform.strategy;

import io.qkt.core.program.Bundle;
import io.qkt.core.program.Program;
import io.qkt.dsl.CompileResult;
import io.qkt.platform.strategy.Strategy.Command;
import io.qkt.platform.strategy.Strategy.ProgramsRead;
import io.qkt.platform.wiring.Ports;
import io.qkt.platform.wiring.Programs;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.StashBuffer;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The programs that a strategy's journal cites, compiled. They are read before the replay begins,
 * since a replay may not wait for anything but its events.
 */
final class StoredPrograms {
  private static final int STASHED_COMMANDS_MAX = 1_000;

  /** Makes the strategy itself once its programs are there. */
  @FunctionalInterface
  interface Then {
    Behavior<Command> with(ActorContext<Command> context, TimerScheduler<Command> timers,
        StoredPrograms programs);
  }

  private final TreeMap<String, Program> compiled = new TreeMap<>();

  /** Reads what {@code owner} cites, keeps commands meanwhile, and goes on as {@code then} says. */
  static Behavior<Command> readThen(String owner, Ports ports, Then then) {
    Behavior<Command> reading = Behaviors.setup(context -> Behaviors.withTimers(
        timers -> Behaviors.withStash(STASHED_COMMANDS_MAX, stash -> {
          read(context, ports, owner);
          return waiting(stash, context, timers, then);
        })));
    return Behaviors.supervise(reading)
        .onFailure(SupervisorStrategy.restartWithBackoff(
            ports.settings().backoffMin(), ports.settings().backoffMax(), 0.2));
  }

  private static Behavior<Command> waiting(StashBuffer<Command> stash,
      ActorContext<Command> context, TimerScheduler<Command> timers, Then then) {
    return Behaviors.receiveMessage(command -> {
      if (!(command instanceof ProgramsRead read)) {
        stash.stash(command);
        return Behaviors.same();
      }
      if (read.failure() != null) {
        throw new IllegalStateException("cannot read the bundles", read.failure());
      }
      return stash.unstashAll(then.with(context, timers, read.programs()));
    });
  }

  /** Has the bundles read again and told as {@link ProgramsRead}. */
  static void read(ActorContext<Command> context, Ports ports, String owner) {
    var compiled = ports.bundles()
        .citedBy(owner)
        .thenApply(bundles -> compile(bundles, ports.programs()));
    context.pipeToSelf(compiled, ProgramsRead::new);
  }

  private static StoredPrograms compile(List<Bundle> bundles, Programs programs) {
    var stored = new StoredPrograms();
    for (var bundle : bundles) {
      var compiled = programs.compile(bundle.source());
      if (compiled instanceof CompileResult.Compiled(var program)) {
        stored.compiled.put(bundle.sha256(), program);
      }
    }
    return stored;
  }

  void addAll(StoredPrograms others) {
    compiled.putAll(others.compiled);
  }

  Optional<Program> get(String sha256) {
    return Optional.ofNullable(compiled.get(sha256));
  }
}
