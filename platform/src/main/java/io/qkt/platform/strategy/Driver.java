package io.qkt.platform.strategy;

import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.strategy.Strategy.BarArrived;
import io.qkt.platform.strategy.Strategy.Command;
import io.qkt.platform.strategy.Strategy.Event;
import io.qkt.platform.strategy.Strategy.LookOn;
import io.qkt.platform.strategy.Strategy.QuotesArrived;
import io.qkt.platform.strategy.Strategy.QuotesEnded;
import io.qkt.platform.wiring.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EffectFactories;

/**
 * Drives the session of a strategy: gives it one input at a time, has the input and its decisions
 * stored in one write, and only then carries the decisions out. The backtest's loop is the other
 * driver; the order of things is the same.
 */
final class Driver {
  private final String name;
  private final Ports ports;
  private final ActorContext<Command> context;
  private final EffectFactories<Event, Instance> effects;
  private final StrategyLog log;
  private final BrokerLine broker;
  private final Ticks ticks;
  private final Wakes wakes;

  Driver(String name, Strategy.Neighbours neighbours, Ports ports, ActorContext<Command> context,
      TimerScheduler<Command> timers, EffectFactories<Event, Instance> effects) {
    this.name = name;
    this.ports = ports;
    this.context = context;
    this.effects = effects;
    log = new StrategyLog(name);
    broker = new BrokerLine(name, neighbours.brokers(), ports);
    ticks = new Ticks(context, ports);
    wakes = new Wakes(timers, ports);
  }

  Effect<Event, Instance> onBarClosed(Instance instance, BarArrived arrived) {
    var bar = arrived.bar();
    if (bar.openTime() <= instance.consumedTo()) {
      arrived.ack().tell(Done.getInstance());
      return effects.none();
    }
    if (bar.prevOpenTime() > instance.consumedTo()) {
      throw new IllegalStateException("a bar after %d must come next, was %s".formatted(
          instance.consumedTo(), bar));
    }
    if (!ticks.haveSeen(bar.key().instrument(), bar.closedAt())) {
      instance.hold(arrived);
      return effects.none();
    }
    var events = consume(instance, bar);
    return persist(events, CrashPoint.BAR_BEFORE_WRITE, CrashPoint.BAR_AFTER_WRITE,
        _ -> arrived.ack().tell(Done.getInstance()));
  }

  private List<Event> consume(Instance instance, Bar bar) {
    var instrument = bar.key().instrument();
    var consumed = new Event.BarConsumed(bar, ticks.extremes(instrument), ticks.values(),
        ticks.lookedTo(instrument), wall(), StrategySession.ENGINE, 0);
    return instance.step(consumed.input(), consumed::hashing);
  }

  /** Stores events; only then is what they say carried out. */
  private Effect<Event, Instance> persist(List<Event> events, CrashPoint before, CrashPoint after,
      Consumer<Instance> then) {
    ports.crashes().at(before);
    return effects.persist(events).thenRun(instance -> {
      ports.crashes().at(after);
      log.decided(events);
      broker.send(instance, events);
      attend(instance);
      then.accept(instance);
    });
  }

  /** Sees to what the session waits for now: quotes, or an hour. */
  void attend(Instance instance) {
    ticks.follow(instance);
    wakes.await(instance.desired().label(), instance.session().nextWake());
    instance.released().ifPresent(context.getSelf()::tell);
  }

  Effect<Event, Instance> onQuotes(Instance instance, QuotesArrived arrived) {
    ticks.take(arrived);
    return lookOn(instance);
  }

  /** Looks at the quotes that came, up to the first of them that makes a watch fire. */
  Effect<Event, Instance> lookOn(Instance instance) {
    var fired = ticks.next();
    if (fired == null) {
      instance.released().ifPresent(context.getSelf()::tell);
      return effects.none();
    }
    log.watchFired(fired);
    var events = instance.step(new Input.WatchFired(fired),
        hash -> new Event.WatchFired(fired, StrategySession.ENGINE, hash));
    return persist(events, CrashPoint.WATCH_BEFORE_WRITE, CrashPoint.WATCH_AFTER_WRITE,
        _ -> context.getSelf().tell(LookOn.NOW));
  }

  /** Bars and quotes from before what is due come before it, as they do in the backtest. */
  Effect<Event, Instance> onWake(Instance instance) {
    long due = instance.session().nextWake();
    long now = ports.clocks().now(instance.desired().label());
    boolean isTime = due <= now && ticks.haveSeen(due)
        && (instance.hasBarsUntil(now) || wakes.hasWaited());
    if (!isTime) {
      wakes.await(instance.desired().label(), due);
      return effects.none();
    }
    wakes.woken();
    var events = instance.step(new Input.Beat(now),
        hash -> new Event.Woken(now, StrategySession.ENGINE, hash));
    return persist(events, CrashPoint.BEAT_BEFORE_WRITE, CrashPoint.BEAT_AFTER_WRITE, _ -> {});
  }

  Effect<Event, Instance> onUpdate(Instance instance, BrokerConnection.Update update) {
    if (update.n() <= instance.updatesSeen()) {
      broker.acknowledge(instance);
      return effects.none();
    }
    // A number was lost on the way; the broker repeats from the first that is not acknowledged.
    if (update.n() > instance.updatesSeen() + 1) return effects.none();
    var events = instance.step(new Input.OrderUpdated(update.update(), update.at()),
        hash -> new Event.OrderUpdated(update.profile(), update.n(), update.update(), update.at(),
            StrategySession.ENGINE, hash));
    return persist(events, CrashPoint.UPDATE_BEFORE_WRITE, CrashPoint.UPDATE_AFTER_WRITE, after -> {
      log.update(update.update());
      broker.acknowledge(after);
      ports.crashes().at(CrashPoint.UPDATE_AFTER_ACK);
    });
  }

  /** The broker never saw these: they are offered again while they are valid, else they lapse. */
  Effect<Event, Instance> onNeverSeen(Instance instance,
      BrokerConnection.NeverSeen neverSeen) {
    if (!instance.isAnswered(neverSeen.question())) return effects.none();
    var lapsed = new ArrayList<Event>();
    for (var intent : instance.session().offered()) {
      if (!neverSeen.cids().contains(intent.cid())) continue;
      boolean valid = intent.protects() || feedNow(intent) < intent.validUntil();
      if (valid) broker.offer(instance, intent);
      if (!valid) lapsed.addAll(lapse(instance, intent));
    }
    if (lapsed.isEmpty()) return effects.none();
    return persist(lapsed, CrashPoint.LAPSE_BEFORE_WRITE, CrashPoint.LAPSE_AFTER_WRITE, _ -> {});
  }

  private List<Event> lapse(Instance instance, OrderIntent intent) {
    log.lapsed(intent);
    long at = feedNow(intent);
    return instance.step(new Input.IntentLapsed(intent.cid(), at),
        hash -> new Event.Lapsed(intent.cid(), at, hash));
  }

  Effect<Event, Instance> onAttend(Instance instance) {
    boolean waits = !instance.session().offered().isEmpty()
        || !instance.session().askedBack().isEmpty();
    if (waits) broker.resume(instance);
    return effects.none();
  }

  Effect<Event, Instance> onQuotesEnded(QuotesEnded ended) {
    if (ticks.beginAgain(ended.flow())) {
      context.getLog().warn("[{}] quotes ended and are asked for again: {}", name, ended.why());
    }
    return effects.none();
  }

  void resume(Instance instance) {
    broker.resume(instance);
  }

  void end() {
    ticks.end();
  }

  private long wall() {
    return ports.wallMicros().getAsLong();
  }

  private long feedNow(OrderIntent intent) {
    return ports.clocks().now(intent.instrument().broker());
  }
}
