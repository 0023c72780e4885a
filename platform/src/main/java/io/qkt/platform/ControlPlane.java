package io.qkt.platform;

import io.qkt.platform.registry.Deployment;
import io.qkt.platform.registry.Registry;
import io.qkt.platform.registry.Registry.DeployReply;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.strategy.InstanceStatus;
import io.qkt.platform.strategy.Strategy;
import io.qkt.platform.wiring.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * What an operator can ask of the platform. Every question may be asked again without harm, so one
 * whose answer is lost is.
 */
public final class ControlPlane {
  private static final int ATTEMPTS_MAX = 6;

  private final ActorSystem<?> system;
  private final ActorRef<Registry.Command> registry;
  private final Function<String, RecipientRef<Strategy.Command>> strategies;
  private final Duration patience;

  ControlPlane(ActorSystem<?> system, ActorRef<Registry.Command> registry,
      Function<String, RecipientRef<Strategy.Command>> strategies, Ports ports) {
    this.system = system;
    this.registry = system.systemActorOf(Behaviors.receiveMessage(message -> {
      ports.transport().send(Edge.REGISTRY_COMMAND, registry, message);
      return Behaviors.same();
    }), "control-plane", Props.empty());
    this.strategies = strategies;
    patience = ports.settings().operatorPatience();
  }

  /** Runs a text under a name; done when it is journaled and runs. */
  public CompletionStage<DeployReply> deploy(Deployment deployment) {
    return ask(registry, replyTo -> new Registry.Deploy(deployment, replyTo), ATTEMPTS_MAX);
  }

  /** Every deployed strategy that answers, by name. */
  public CompletionStage<List<InstanceStatus>> instances() {
    return names().thenCompose(names -> {
      var all = names.stream().map(name -> status(name).toCompletableFuture()).toList();
      return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .thenApply(_ -> all.stream().flatMap(one -> one.join().stream()).toList());
    });
  }

  /** One strategy; nothing where no such name is deployed. */
  public CompletionStage<Optional<InstanceStatus>> instance(String name) {
    return names().thenCompose(names -> names.contains(name) ? status(name)
        : CompletableFuture.completedStage(Optional.empty()));
  }

  private CompletionStage<List<String>> names() {
    return ask(registry, Registry.GetNames::new, ATTEMPTS_MAX);
  }

  private CompletionStage<Optional<InstanceStatus>> status(String name) {
    return ask(strategies.apply(name), Strategy.GetStatus::new, ATTEMPTS_MAX);
  }

  private <C, R> CompletionStage<R> ask(RecipientRef<C> whom, Function<ActorRef<R>, C> question,
      int attempts) {
    CompletionStage<R> answer = AskPattern.ask(whom, question::apply, patience, system.scheduler());
    return answer.exceptionallyCompose(failure -> attempts > 1 ? ask(whom, question, attempts - 1)
        : CompletableFuture.failedStage(failure));
  }
}
