package io.qkt.platform.broker;

import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.venue.Gateway;
import io.qkt.core.venue.VenueOrder;
import io.qkt.core.venue.VenueReport;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.seam.Journaled;
import io.qkt.platform.wiring.Ports;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
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
 * The one choke point to a venue account. An order is sent at most once: {@link Event.Sending} is
 * stored before a byte leaves, and an order whose sending is stored is never sent again, only
 * looked up, unless it protects a position and is proved not to have arrived. What is learnt is
 * numbered for each owner, stored, and told until the owner has it.
 *
 * <p>Commands are taken into memory and one {@link Flush} writes up to {@value #FOLD_MAX} of them
 * at once: while a write is out, everything that waits goes into the next.
 */
public final class BrokerConnection
    extends
      EventSourcedBehavior<BrokerConnection.Command, BrokerConnection.Event, Account> {
  public static final EntityTypeKey<Command> KEY = EntityTypeKey.create(Command.class,
      "BrokerConnection");
  static final int FOLD_MAX = 64;
  private static final long NEVER = Long.MIN_VALUE;

  /** What a broker connection can be told. */
  public sealed interface Command {}

  /** What an owner wants done with an order. */
  sealed interface Ask extends Command {
    String owner();
  }

  /** Send this, unless you know its id already. */
  public record Offer(String owner, OrderIntent intent) implements Ask {}

  /** Take this order back, or never send it. Repeated until it has ended; twice does no harm. */
  public record Cancel(String owner, String cid) implements Ask {}

  /**
   * I have stored all your updates up to {@code n}; say which of {@code open} you have never seen,
   * and that you say it to this {@code question}.
   */
  public record Resume(String owner, long n, List<String> open, long question) implements Command {}

  /** I have stored all your updates up to {@code n}. */
  public record Acknowledge(String owner, long n) implements Command {}

  private record Reported(Gateway from, VenueReport report) implements Command {}

  private record LookedUp(Gateway from, VenueOrder order, long askedAt,
      List<VenueReport> reports) implements Command {}

  private enum Flush implements Command { NOW }

  private enum Attend implements Command { NOW }

  private enum Poll implements Command { NOW }

  /** What an owner is told. */
  public sealed interface ToOwner {}

  /** The owner's update number {@code n}; numbers are dense, and repeated until acknowledged. */
  public record Update(String profile, long n, OrderUpdate update, long at) implements ToOwner {}

  /** Of the orders that the owner asked about, these never reached the broker. */
  public record NeverSeen(String profile, List<String> cids, long question) implements ToOwner {}

  /** How a broker connection reaches the owner of an order, wherever it lives. */
  @FunctionalInterface
  public interface Owners {
    void tell(String owner, ToOwner message);
  }

  /** What the journal of a broker connection holds. */
  public sealed interface Event extends Journaled {

    /** About to send: from here on this attempt can only be looked up. */
    record Sending(String owner, VenueOrder order, int attempt) implements Event {}

    /** About to ask the venue to take an order back: asked again until it has ended. */
    record Cancelling(String owner, String cid, long at) implements Event {}

    /** Something is known about an order; {@code n} counts what this owner has to be told. */
    record Learnt(String owner, long n, OrderUpdate update, long at) implements Event {}
  }

  private final String profile;
  private final String label;
  private final Gateway gateway;
  private final Owners owners;
  private final Ports ports;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;

  /** {@code label} is the one whose feed time this account's venue goes by. */
  public static Behavior<Command> create(String profile, String label,
      Owners owners, Ports ports) {
    Behavior<Command> connection = Behaviors.setup(context -> Behaviors
        .withTimers(
            timers -> new BrokerConnection(profile, label, owners, ports, context, timers)));
    // Nobody may speak to it for hours, and its orders work on: it comes back by itself.
    return Behaviors.supervise(connection)
        .onFailure(SupervisorStrategy.restartWithBackoff(
            ports.settings().backoffMin(), ports.settings().backoffMax(), 0.2));
  }

  private BrokerConnection(String profile, String label,
      Owners owners, Ports ports, ActorContext<Command> context,
      TimerScheduler<Command> timers) {
    super(PersistenceId.of(KEY.name(), profile), SupervisorStrategy.restartWithBackoff(
        ports.settings().backoffMin(), ports.settings().backoffMax(), 0.2));
    this.profile = profile;
    this.label = label;
    this.owners = owners;
    this.ports = ports;
    this.context = context;
    this.timers = timers;
    gateway = ports.gateways().apply(profile);
  }

  @Override
  public Account emptyState() {
    return new Account();
  }

  @Override
  public CommandHandler<Command, Event, Account> commandHandler() {
    return (account, command) -> switch (command) {
      case Offer offer -> absorb(account, account.inbox().offered(offer));
      case Cancel cancel -> absorb(account, account.inbox().askedBack(cancel));
      case Reported reported -> onReported(account, reported);
      case LookedUp looked -> onLookedUp(account, looked);
      case Resume resume -> onResume(account, resume);
      case Acknowledge ack -> onAcknowledge(account, ack);
      case Flush _ -> onFlush(account);
      case Attend _ -> onAttend(account);
      case Poll _ -> onPoll();
    };
  }

  @Override
  public EventHandler<Account, Event> eventHandler() {
    return (account, event) -> account.apply(event);
  }

  @Override
  public SignalHandler<Account> signalHandler() {
    return newSignalHandlerBuilder().onSignal(RecoveryCompleted.instance(), this::recovered)
        .build();
  }

  private void recovered(Account account) {
    ActorRef<Command> self = context.getSelf();
    gateway.open(report -> ports.transport()
        .send(Edge.VENUE_REPORT, self, new Reported(gateway, report)));
    account.toRestore()
        .forEach(order -> gateway.restore(order.order(),
            order.isWorking() ? order.filled() : order.order().quantity()));
    timers.startTimerWithFixedDelay(Attend.NOW, Duration.ZERO,
        ports.settings().orderAttend());
    timers.startTimerWithFixedDelay(Poll.NOW, ports.settings().feedPoll());
  }

  private Effect<Event, Account> onPoll() {
    gateway.poll();
    return Effect().none();
  }

  private Effect<Event, Account> absorb(Account account, boolean first) {
    if (first) context.getSelf().tell(Flush.NOW);
    return Effect().none();
  }

  private Effect<Event, Account> onFlush(Account account) {
    var draft = new Draft(account, AdmissionGate.DEFAULT, now(),
        ports.clocks().of(label).feedMicros(ports.settings().receiveWindow()));
    if (account.inbox().drain(FOLD_MAX, draft::report, draft::take)) {
      context.getSelf().tell(Flush.NOW);
    }
    var events = draft.events();
    if (events.isEmpty()) return Effect().none();
    atEach(events, CrashPoint.SENDING_BEFORE_WRITE, CrashPoint.CANCELLING_BEFORE_WRITE,
        CrashPoint.OUTCOME_BEFORE_WRITE);
    return Effect().persist(events).thenRun(after -> act(after, events));
  }

  /** What was stored is now done: sendings go to the venue, what was learnt to its owner. */
  private void act(Account account, List<Event> events) {
    atEach(events, CrashPoint.SENDING_AFTER_WRITE, CrashPoint.CANCELLING_AFTER_WRITE,
        CrashPoint.OUTCOME_AFTER_WRITE);
    for (var event : events) {
      switch (event) {
        case Event.Sending sending -> send(account, sending.order());
        case Event.Cancelling cancelling -> cancel(account, cancelling.cid());
        case Event.Learnt learnt -> {
          account.heardOf(learnt.update().cid(), System.nanoTime());
          tell(learnt);
        }
      }
    }
    atEach(events, CrashPoint.VENUE_AFTER_SEND, CrashPoint.VENUE_AFTER_CANCEL,
        CrashPoint.UPDATE_AFTER_SEND);
  }

  /** A write may have taken long: what is too old by now stays unsent, and is proved absent. */
  private void send(Account account, VenueOrder order) {
    if (now() >= order.notAfter()) return;
    account.heardOf(order.cid(), System.nanoTime());
    gateway.submit(order);
  }

  private void cancel(Account account, String cid) {
    account.heardOf(cid, System.nanoTime());
    gateway.cancel(cid);
  }

  private void tell(Event.Learnt learnt) {
    owners.tell(learnt.owner(), new Update(profile, learnt.n(), learnt.update(), learnt.at()));
  }

  private Effect<Event, Account> onResume(Account account, Resume resume) {
    account.acknowledged(resume.owner(), resume.n());
    var neverSeen = resume.open().stream().filter(cid -> !account.hasSeen(cid)).toList();
    if (!neverSeen.isEmpty()) {
      owners.tell(resume.owner(), new NeverSeen(profile, neverSeen, resume.question()));
    }
    account.unacknowledged(resume.owner()).forEach(this::tell);
    return Effect().none();
  }

  private Effect<Event, Account> onAcknowledge(Account account, Acknowledge ack) {
    account.acknowledged(ack.owner(), ack.n());
    return Effect().none();
  }

  /**
   * Repeats what owners have not acknowledged, and asks the venue about orders in doubt and for
   * those back that it was asked for and has not answered.
   */
  private Effect<Event, Account> onAttend(Account account) {
    account.owners().forEach(owner -> account.unacknowledged(owner).forEach(this::tell));
    long silentSince = System.nanoTime() - ports.settings().orderDeadline().toNanos();
    boolean flush = false;
    for (var cid : account.silentSince(silentSince))
      flush |= account.inbox().lostTrackOf(cid);
    account.inDoubt(silentSince).forEach(this::lookUp);
    account.cancelsUnanswered(silentSince).forEach(cid -> cancel(account, cid));
    return absorb(account, flush);
  }

  private void lookUp(VenueOrder order) {
    long askedAt = now();
    // A venue that can not be asked has said nothing; it is asked again at the next turn.
    context.pipeToSelf(gateway.lookUp(order.cid()), (reports, failure) -> failure == null
        ? new LookedUp(gateway, order, askedAt, reports)
        : new LookedUp(gateway, order, NEVER, List.of()));
  }

  /**
   * A word of an earlier incarnation's gateway may have outlived it in the mailbox. What its venue
   * had in memory is gone: to believe it would be to wait for an order that is nowhere.
   */
  private Effect<Event, Account> onReported(Account account, Reported reported) {
    if (reported.from() != gateway) return Effect().none();
    return absorb(account, account.inbox().reported(reported.report()));
  }

  private Effect<Event, Account> onLookedUp(Account account, LookedUp looked) {
    if (looked.from() != gateway) return Effect().none();
    boolean first = false;
    if (!looked.reports().isEmpty()) account.heardOf(looked.order().cid(), System.nanoTime());
    for (var report : looked.reports())
      first |= account.inbox().reported(report);
    boolean proved = looked.askedAt() >= gateway.absenceProvedAfter(looked.order());
    if (looked.reports().isEmpty() && proved) {
      first |= account.inbox().provedAbsent(looked.order().cid());
    }
    return absorb(account, first);
  }

  private void atEach(List<Event> events, CrashPoint atSending, CrashPoint atCancelling,
      CrashPoint atLearnt) {
    for (var event : events) {
      ports.crashes().at(switch (event) {
        case Event.Sending _ -> atSending;
        case Event.Cancelling _ -> atCancelling;
        case Event.Learnt _ -> atLearnt;
      });
    }
  }

  private long now() {
    return ports.clocks().now(label);
  }
}
