package io.qkt.platform.strategy;

import io.qkt.core.market.Bar;
import io.qkt.core.market.Instrument;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.session.Input;
import io.qkt.core.watch.Watch;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.feed.QuoteBatch;
import io.qkt.platform.hub.CandleHub;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Journaled;
import io.qkt.platform.wiring.Ports;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * A running strategy. It feeds its session one input at a time and persists, in one write, the
 * input and every decision that came out; only then does an order leave or the next bar come in.
 */
public final class Strategy
    extends
      EventSourcedBehavior<Strategy.Command, Strategy.Event, Instance> {
  public static final EntityTypeKey<Command> KEY = EntityTypeKey.create(Command.class, "Strategy");

  /** What a strategy can be told. */
  public sealed interface Command {}

  /** This should run; say so when it does. Repeated until answered. */
  public record Run(Desired desired, ActorRef<Running> replyTo) implements Command {}

  /** A broker has something to say. */
  public record FromBroker(BrokerConnection.ToOwner message) implements Command {}

  public record GetStatus(ActorRef<Optional<InstanceStatus>> replyTo) implements Command {}

  /** Finish the write that is out, take nothing more, and end; positions and orders stay. */
  public enum Drain implements Command {
    NOW
  }

  record ProgramsRead(StoredPrograms programs, Throwable failure) implements Command {}

  record BarArrived(ActorRef<Done> ack, Bar bar) implements Command {}

  record FlowBegan(ActorRef<Done> ack) implements Command {}

  record BarsEnded(long flow, String why) implements Command {}

  record QuotesArrived(ActorRef<Done> ack, QuoteBatch batch, QuoteFlow flow) implements Command {}

  record QuotesEnded(QuoteFlow flow, String why) implements Command {}

  /** Something may be due by now. */
  enum Wake implements Command { NOW }

  enum LookOn implements Command { NOW }

  private record FlowAgain(long flow) implements Command {}

  enum Attend implements Command { NOW }

  private enum GoOn implements Command { NOW }

  /** The strategy of this name, id and generation runs. */
  public record Running(String name, String id, long generation) {}

  /** What the journal of a strategy holds. */
  public sealed interface Event extends Journaled {

    /** A generation begins, as it was deployed. */
    record Loaded(Desired desired) implements Event {}

    /** Another incarnation goes on from here. */
    record Recovered(String node, long at) implements Event {}

    /**
     * The session was given a bar; its decisions follow in the same write. The watches of its
     * instrument had looked at every quote up to {@code lookedTo}.
     */
    record BarConsumed(Bar bar, List<Watch.Extremes> extremes, List<Double> tickValues,
        long lookedTo, long consumedAt, int engine, long stateHash) implements Event {
      public BarConsumed {
        // Bars of an older journal were consumed when nothing was watched.
        extremes = extremes == null ? List.of() : List.copyOf(extremes);
        tickValues = tickValues == null ? List.of() : List.copyOf(tickValues);
      }

      BarConsumed hashing(long hash) {
        return new BarConsumed(bar, extremes, tickValues, lookedTo, consumedAt, engine, hash);
      }

      public Input.BarClosed input() {
        return new Input.BarClosed(bar, bar.bid(), bar.ask(), extremes, tickValues,
            bar.closedAt());
      }
    }

    /** A watch of the session fired. */
    record WatchFired(Watch.Fired fired, int engine, long stateHash) implements Event {}

    /** The session was told that it is as late as it asked to be woken. */
    record Woken(long at, int engine, long stateHash) implements Event {}

    /** The session decided to order. */
    record Intended(OrderIntent intent) implements Event {}

    /** The session decided to take an order back. */
    record CancelIntended(String cid, long at) implements Event {}

    /** A rule wanted to order and might not. */
    record Refused(int rule, String code, String why) implements Event {}

    /** The session had something to say. */
    record Logged(int rule, Level level, String text) implements Event {}

    /** The session was given update {@code n} of a broker. */
    record OrderUpdated(String profile, long n, OrderUpdate update, long at, int engine,
        long stateHash) implements Event {}

    /** An intent grew too old before any broker had seen it. */
    record Lapsed(String cid, long at, long stateHash) implements Event {}
  }

  /** How a strategy reaches the actors that it talks to. */
  public record Neighbours(Function<Instrument, RecipientRef<CandleHub.Command>> hubs,
      Function<String, RecipientRef<BrokerConnection.Command>> brokers) {}

  private final String name;
  private final StoredPrograms programs;
  private final Neighbours neighbours;
  private final Ports ports;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;
  private final StrategyLog log;
  private final Driver driver;

  /** The strategy of a name; it first reads the bundles that its journal cites. */
  public static Behavior<Command> create(String name, Neighbours neighbours, Ports ports) {
    return StoredPrograms.readThen(persistenceId(name).id(), ports,
        (context, timers, programs) -> new Strategy(name, programs, neighbours, ports, context,
            timers));
  }

  public static PersistenceId persistenceId(String name) {
    return PersistenceId.of(KEY.name(), name);
  }

  private Strategy(String name, StoredPrograms programs, Neighbours neighbours, Ports ports,
      ActorContext<Command> context, TimerScheduler<Command> timers) {
    super(persistenceId(name), SupervisorStrategy.restartWithBackoff(
        ports.settings().backoffMin(), ports.settings().backoffMax(), 0.2));
    this.name = name;
    this.programs = programs;
    this.neighbours = neighbours;
    this.ports = ports;
    this.context = context;
    this.timers = timers;
    log = new StrategyLog(name);
    driver = new Driver(name, neighbours, ports, context, timers, Effect());
  }

  @Override
  public Instance emptyState() {
    return new Instance(programs::get);
  }

  @Override
  public CommandHandler<Command, Event, Instance> commandHandler() {
    return (instance, command) -> {
      if (!instance.isLoaded()) return whileEmpty(instance, command);
      if (instance.quarantined().isPresent()) return whileQuarantined(instance, command);
      return whileRunning(instance, command);
    };
  }

  private Effect<Event, Instance> whileEmpty(Instance instance, Command command) {
    return switch (command) {
      case Run run -> onFirstRun(instance, run);
      case ProgramsRead read -> onProgramsRead(read);
      case GetStatus get -> Effect().none().thenRun(() -> get.replyTo().tell(Optional.empty()));
      case Drain _ -> Effect().none().thenStop();
      case FromBroker _,Attend _,GoOn _,Wake _,LookOn _ -> Effect().none();
      case BarArrived _,FlowBegan _,BarsEnded _,FlowAgain _ -> Effect().none();
      case QuotesArrived _,QuotesEnded _ -> Effect().none();
    };
  }

  private Effect<Event, Instance> whileQuarantined(Instance instance, Command command) {
    return switch (command) {
      case GetStatus get -> onGetStatus(instance, get);
      case Drain _ -> Effect().none().thenStop();
      case Run run -> onRun(instance, run);
      case ProgramsRead _,FromBroker _,Attend _,GoOn _,Wake _,LookOn _ -> Effect().none();
      case BarArrived _,FlowBegan _,BarsEnded _,FlowAgain _ -> Effect().none();
      case QuotesArrived _,QuotesEnded _ -> Effect().none();
    };
  }

  private Effect<Event, Instance> whileRunning(Instance instance, Command command) {
    return switch (command) {
      case BarArrived arrived -> driver.onBarClosed(instance, arrived);
      case FromBroker(BrokerConnection.Update update) -> driver.onUpdate(instance, update);
      case FromBroker(BrokerConnection.NeverSeen neverSeen) ->
          driver.onNeverSeen(instance, neverSeen);
      case Attend _ -> driver.onAttend(instance);
      case GetStatus get -> onGetStatus(instance, get);
      case Run run -> onRun(instance, run);
      case QuotesArrived arrived -> driver.onQuotes(instance, arrived);
      case LookOn _ -> driver.lookOn(instance);
      case Wake _ -> driver.onWake(instance);
      case FlowBegan began -> Effect().none().thenRun(() -> began.ack().tell(Done.getInstance()));
      case QuotesEnded ended -> driver.onQuotesEnded(ended);
      case BarsEnded ended -> onBarsEnded(instance, ended);
      case FlowAgain again -> onFlowAgain(instance, again);
      case GoOn _ -> onGoOn();
      case Drain _ -> onDrain(instance);
      case ProgramsRead _ -> Effect().none();
    };
  }

  private Effect<Event, Instance> onFirstRun(Instance instance, Run run) {
    if (!instance.knowsProgram(run.desired().bundle())) {
      // Deployed after this incarnation had read its bundles; the run comes again.
      StoredPrograms.read(context, ports, persistenceId(name).id());
      return Effect().none();
    }
    ports.crashes().at(CrashPoint.LOADED_BEFORE_WRITE);
    return Effect().persist(new Event.Loaded(run.desired())).thenRun(loaded -> {
      ports.crashes().at(CrashPoint.LOADED_AFTER_WRITE);
      log.starting(loaded.session().program().name());
      begin(loaded);
      running(run);
    });
  }

  private Effect<Event, Instance> onProgramsRead(ProgramsRead read) {
    if (read.failure() == null) programs.addAll(read.programs());
    return Effect().none();
  }

  private Effect<Event, Instance> onRun(Instance instance, Run run) {
    boolean same = instance.desired().id().equals(run.desired().id());
    if (same) running(run);
    if (!same) log.runsAsAnother(instance.desired().id(), run.desired().id());
    return Effect().none();
  }

  private void running(Run run) {
    var running = new Running(name, run.desired().id(), run.desired().generation());
    ports.transport().send(Edge.STRATEGY_RUNNING, run.replyTo(), running);
  }

  private Effect<Event, Instance> onGetStatus(Instance instance, GetStatus get) {
    get.replyTo().tell(Optional.of(instance.status(ports.node(), lastSequenceNumber(context))));
    return Effect().none();
  }

  private Effect<Event, Instance> onBarsEnded(Instance instance, BarsEnded ended) {
    if (!instance.bars().isCurrent(ended.flow())) return Effect().none();
    context.getLog().warn("[{}] bars ended and are asked for again: {}", name, ended.why());
    timers.startSingleTimer(new FlowAgain(ended.flow()), ports.settings().orderAttend());
    return Effect().none();
  }

  private Effect<Event, Instance> onFlowAgain(Instance instance, FlowAgain again) {
    if (instance.bars().isCurrent(again.flow())) flow(instance);
    return Effect().none();
  }

  /** The first write of an incarnation: where another one lives, it is this write that fails. */
  private Effect<Event, Instance> onGoOn() {
    return Effect().persist(new Event.Recovered(ports.node(), wall())).thenRun(instance -> {
      begin(instance);
      driver.resume(instance);
    });
  }

  private Effect<Event, Instance> onDrain(Instance instance) {
    endFlows(instance);
    log.drained(instance.session().program().name());
    return Effect().none().thenStop();
  }

  @Override
  public EventHandler<Instance, Event> eventHandler() {
    return Instance::apply;
  }

  @Override
  public SignalHandler<Instance> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .onSignal(PreRestart.class, (instance, _) -> endFlows(instance))
        .onSignal(PostStop.class, (instance, _) -> endFlows(instance))
        .build();
  }

  private void recovered(Instance instance) {
    instance.goLive(lastSequenceNumber(context));
    if (!instance.isLoaded()) return;
    log.recovered(instance.session().program().name(), lastSequenceNumber(context));
    instance.quarantined().ifPresent(log::quarantined);
    if (instance.quarantined().isEmpty()) context.getSelf().tell(GoOn.NOW);
  }

  private void begin(Instance instance) {
    timers.startTimerWithFixedDelay(Attend.NOW, ports.settings().orderAttend());
    flow(instance);
    driver.attend(instance);
  }

  private void endFlows(Instance instance) {
    instance.bars().end();
    driver.end();
  }

  private void flow(Instance instance) {
    var stream = instance.session().program().stream();
    var hub = neighbours.hubs().apply(stream.instrument());
    instance.bars().begin(context, hub, stream, instance.consumedTo(), ports);
  }

  private long wall() {
    return ports.wallMicros().getAsLong();
  }
}
