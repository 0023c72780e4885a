package io.qkt.platform.registry;

import io.qkt.core.program.Bundle;
import io.qkt.core.program.Program;
import io.qkt.dsl.CompileResult;
import io.qkt.platform.registry.Deployments.Entry;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Journaled;
import io.qkt.platform.strategy.Desired;
import io.qkt.platform.strategy.Strategy;
import io.qkt.platform.wiring.Ports;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * The desired state: which names should run what. It tells each strategy to run, on every heartbeat
 * and on each change, until the strategy says that it does; so whatever dies is started again.
 */
public final class Registry
    extends
      EventSourcedBehavior<Registry.Command, Registry.Event, Deployments> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int CLUSTER_ID_BYTES = 16;

  /** What the registry can be told. */
  public sealed interface Command {}

  public record Deploy(Deployment deployment, ActorRef<DeployReply> replyTo) implements Command {}

  public record GetDesired(ActorRef<List<Desired>> replyTo) implements Command {}

  private record Prepared(Deploy deploy, Program program, Bundle bundle) implements Command {}

  private record PreparingFailed(Deploy deploy, Throwable why) implements Command {}

  private record StrategyRuns(Strategy.Running running) implements Command {}

  private enum Heartbeat implements Command { NOW }

  private enum Found implements Command { NOW }

  /** How a deployment ended. */
  public sealed interface DeployReply {}

  /** {@code created} is false where the same content already ran under this name. */
  public record Deployed(String name, String profile, long startedAt,
      boolean created) implements DeployReply {}

  public record DeployRefused(Refusal refusal) implements DeployReply {}

  /** Nothing is known to be wrong with it, but it could not be stored; it may be tried again. */
  public record DeployUnavailable(String why) implements DeployReply {}

  /** What the journal of the registry holds. */
  public sealed interface Event extends Journaled {

    /** The cluster begins; its id is part of every order id that it will ever make. */
    record Founded(String clusterId) implements Event {}

    /** A name should run this from now on. */
    record StrategyDeployed(Desired desired) implements Event {}
  }

  private final Function<String, RecipientRef<Strategy.Command>> strategies;
  private final Ports ports;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;
  private final ActorRef<Strategy.Running> runs;

  public static Behavior<Command> create(
      Function<String, RecipientRef<Strategy.Command>> strategies, Ports ports) {
    return Behaviors.setup(context -> Behaviors
        .withTimers(timers -> new Registry(strategies, ports, context, timers)));
  }

  private Registry(Function<String, RecipientRef<Strategy.Command>> strategies, Ports ports,
      ActorContext<Command> context, TimerScheduler<Command> timers) {
    super(PersistenceId.ofUniqueId("Registry"), SupervisorStrategy.restartWithBackoff(
        ports.settings().backoffMin(), ports.settings().backoffMax(), 0.2));
    this.strategies = strategies;
    this.ports = ports;
    this.context = context;
    this.timers = timers;
    runs = context.messageAdapter(Strategy.Running.class, StrategyRuns::new);
  }

  @Override
  public Deployments emptyState() {
    return new Deployments();
  }

  @Override
  public CommandHandler<Command, Event, Deployments> commandHandler() {
    return (deployments, command) -> switch (command) {
      case Deploy deploy -> onDeploy(deployments, deploy);
      case Prepared prepared -> onPrepared(deployments, prepared);
      case PreparingFailed failed -> onPreparingFailed(deployments, failed);
      case StrategyRuns runs -> onStrategyRuns(deployments, runs.running());
      case GetDesired get -> onGetDesired(deployments, get);
      case Heartbeat _ -> onHeartbeat(deployments);
      case Found _ -> onFound();
    };
  }

  @Override
  public EventHandler<Deployments, Event> eventHandler() {
    return Deployments::apply;
  }

  @Override
  public SignalHandler<Deployments> signalHandler() {
    return newSignalHandlerBuilder().onSignal(RecoveryCompleted.instance(), this::recovered)
        .build();
  }

  private void recovered(Deployments deployments) {
    if (deployments.clusterId() == null) context.getSelf().tell(Found.NOW);
    timers.startTimerWithFixedDelay(Heartbeat.NOW, Duration.ZERO,
        ports.settings().registryHeartbeat());
  }

  private Effect<Event, Deployments> onFound() {
    var bytes = new byte[CLUSTER_ID_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Effect().persist(new Event.Founded(HexFormat.of().formatHex(bytes)));
  }

  /** Checks all that can be checked at once, then stores what the event is going to cite. */
  private Effect<Event, Deployments> onDeploy(Deployments deployments, Deploy deploy) {
    var asked = deploy.deployment();
    if (!NAME.matcher(asked.name()).matches()) return refuse(deploy, invalidName(asked.name()));
    return switch (ports.programs().compile(asked.source())) {
      case CompileResult.Rejected(var errors) -> refuse(deploy, new Refusal("COMPILE_FAILED",
          errors.getFirst().message(), errors.getFirst().help(), errors));
      case CompileResult.Compiled(var program) -> onCompiled(deployments, deploy, program);
    };
  }

  private Effect<Event, Deployments> onCompiled(Deployments deployments, Deploy deploy,
      Program program) {
    var asked = deploy.deployment();
    var bundle = Bundle.of(asked.source());
    var label = program.stream().instrument().broker();
    boolean isOne = program.streams().size() == 1 && program.streams().getFirst().isMarket();
    if (!isOne) return refuse(deploy, severalStreams(program.streams().size()));
    if (ports.feeds().apply(label) == null) return refuse(deploy, unknownLabel(label));
    double running = ports.clocks().of(label).speed();
    if (asked.speed() != 0 && asked.speed() != running && deployments.uses(label)) {
      return refuse(deploy, feedConflict(label, running, asked.speed()));
    }
    var taken = deployments.entry(asked.name());
    if (taken != null) return onTaken(taken, deploy, bundle);
    if (deployments.mustQueue(deploy)) return Effect().none();
    prepare(deploy, program, bundle, asked.speed() == 0 ? running : asked.speed());
    return Effect().none();
  }

  private Effect<Event, Deployments> onTaken(Entry taken, Deploy deploy, Bundle bundle) {
    if (!taken.desired().bundle().equals(bundle.sha256())) {
      return refuse(deploy, nameTaken(deploy.deployment().name()));
    }
    if (taken.runs()) reply(deploy.replyTo(), deployed(taken.desired(), false));
    else
      taken.waiting().add(deploy.replyTo());
    return Effect().none();
  }

  private void prepare(Deploy deploy, Program program, Bundle bundle, double speed) {
    var owner = Strategy.persistenceId(deploy.deployment().name()).id();
    ports.crashes().at(CrashPoint.REGISTRY_BEFORE_BUNDLE);
    var stored = ports.bundles()
        .store(bundle, owner)
        .thenCompose(
            _ -> ports.clocks().run(program.stream().instrument().broker(), speed));
    context.pipeToSelf(stored, (_, failure) -> failure == null
        ? new Prepared(deploy, program, bundle)
        : new PreparingFailed(deploy, failure));
  }

  private Effect<Event, Deployments> onPrepared(Deployments deployments, Prepared prepared) {
    ports.crashes().at(CrashPoint.REGISTRY_AFTER_BUNDLE);
    var desired = desired(deployments, prepared);
    ports.crashes().at(CrashPoint.REGISTRY_BEFORE_WRITE);
    return Effect().persist(new Event.StrategyDeployed(desired)).thenRun(after -> {
      ports.crashes().at(CrashPoint.REGISTRY_AFTER_WRITE);
      after.entry(desired.name()).waiting().add(prepared.deploy().replyTo());
      run(desired);
      ports.crashes().at(CrashPoint.REGISTRY_AFTER_RUN_SENT);
      deployNext(after);
    });
  }

  /** Deployments are prepared one at a time, so that each sees what the one before has taken. */
  private void deployNext(Deployments deployments) {
    deployments.nextQueued().forEach(context.getSelf()::tell);
  }

  private Desired desired(Deployments deployments, Prepared prepared) {
    var stream = prepared.program().stream();
    var label = stream.instrument().broker();
    var clock = ports.clocks().of(label);
    long now = ports.wallMicros().getAsLong();
    long maxAge = Math.max(stream.timeframe().micros(),
        clock.feedMicros(ports.settings().signalMaxAge()));
    long startAfter = stream.timeframe().floor(clock.feedTime(now)) - 1;
    return new Desired(prepared.deploy().deployment().name(), deployments.clusterId(),
        UUID.randomUUID().toString(), 1, prepared.bundle().sha256(), label, Profiles.of(label),
        maxAge,
        startAfter, now);
  }

  private Effect<Event, Deployments> onPreparingFailed(Deployments deployments,
      PreparingFailed failed) {
    deployNext(deployments);
    reply(failed.deploy().replyTo(), new DeployUnavailable(failed.why().toString()));
    return Effect().none();
  }

  private Effect<Event, Deployments> onStrategyRuns(Deployments deployments,
      Strategy.Running running) {
    deployments.runs(running.name(), running.id())
        .forEach((replyTo, desired) -> reply(replyTo, deployed(desired, true)));
    return Effect().none();
  }

  private Effect<Event, Deployments> onGetDesired(Deployments deployments, GetDesired get) {
    get.replyTo().tell(deployments.all());
    return Effect().none();
  }

  /** Told again and again also to what runs: an entity that died wakes by being spoken to. */
  private Effect<Event, Deployments> onHeartbeat(Deployments deployments) {
    deployments.all().forEach(this::run);
    return Effect().none();
  }

  private void run(Desired desired) {
    ports.transport()
        .send(Edge.REGISTRY_RUN, strategies.apply(desired.name()),
            new Strategy.Run(desired, runs));
  }

  private Effect<Event, Deployments> refuse(Deploy deploy, Refusal refusal) {
    reply(deploy.replyTo(), new DeployRefused(refusal));
    return Effect().none();
  }

  private void reply(ActorRef<DeployReply> to, DeployReply reply) {
    ports.transport().send(Edge.DEPLOY_REPLY, to, reply);
  }

  private static Deployed deployed(Desired desired, boolean created) {
    return new Deployed(desired.name(), desired.profile(), desired.deployedAt(), created);
  }

  private static Refusal invalidName(String name) {
    return Refusal.of("INVALID_NAME",
        "a name must be 1 to 64 of A-Z a-z 0-9 _ -, was '%s'".formatted(name),
        "choose another name");
  }

  private static Refusal nameTaken(String name) {
    return Refusal.of("NAME_TAKEN",
        "'%s' already runs something else".formatted(name), "deploy under another name");
  }

  private static Refusal severalStreams(int streams) {
    return Refusal.of("SEVERAL_STREAMS",
        "a strategy must have one stream, of a market, to run live, was of %d".formatted(streams),
        "run it with `qkt backtest` until strategies of several streams run live");
  }

  private static Refusal unknownLabel(String label) {
    return Refusal.of("UNKNOWN_LABEL",
        "no feed is known for the label '%s'".formatted(label), "use the label SIM");
  }

  private static Refusal feedConflict(String label, double running, double asked) {
    return Refusal.of("FEED_CONFLICT",
        "the feed %s is in use at speed %s, was asked to run at %s".formatted(label, running,
            asked),
        "deploy without a speed, or in another state directory");
  }
}
