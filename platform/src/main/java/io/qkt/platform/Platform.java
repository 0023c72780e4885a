package io.qkt.platform;

import io.qkt.core.market.Instrument;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.hub.CandleHub;
import io.qkt.platform.registry.Profiles;
import io.qkt.platform.registry.Registry;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.strategy.Strategy;
import io.qkt.platform.wiring.Ports;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.SingletonActor;

/** Starts each kind of actor on a node and tells them how to reach each other. */
public final class Platform {
  private final ClusterSharding sharding;
  private final Ports ports;

  /** Starts a node that is a cluster of its own. */
  public static ControlPlane start(ActorSystem<?> system, Ports ports) {
    var cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    return new Platform(system, ports).startActors(system);
  }

  private Platform(ActorSystem<?> system, Ports ports) {
    sharding = ClusterSharding.get(system);
    this.ports = ports;
  }

  private ControlPlane startActors(ActorSystem<?> system) {
    sharding.init(Entity.of(CandleHub.KEY,
        entity -> CandleHub.create(Instrument.parse(entity.getEntityId()), ports)));
    sharding.init(Entity.of(BrokerConnection.KEY, entity -> broker(entity.getEntityId())));
    sharding.init(Entity.of(Strategy.KEY, entity -> strategy(entity.getEntityId()))
        .withStopMessage(Strategy.Drain.NOW));
    return new ControlPlane(system, registry(system), this::strategyRef, ports);
  }

  private ActorRef<Registry.Command> registry(ActorSystem<?> system) {
    return ClusterSingleton.get(system)
        .init(SingletonActor.of(Registry.create(this::strategyRef, ports), "registry"));
  }

  private Behavior<Strategy.Command> strategy(String name) {
    var neighbours = new Strategy.Neighbours(
        instrument -> sharding.entityRefFor(CandleHub.KEY, instrument.toString()),
        profile -> sharding.entityRefFor(BrokerConnection.KEY, profile));
    return Strategy.create(name, neighbours, ports);
  }

  /** A broker speaks to the owner of an order by name, so that no hand-over loses a word. */
  private Behavior<BrokerConnection.Command> broker(String profile) {
    BrokerConnection.Owners owners = (owner, message) -> ports.transport()
        .send(
            message instanceof BrokerConnection.Update ? Edge.STRATEGY_UPDATE
                : Edge.STRATEGY_NEVER_SEEN,
            strategyRef(owner), new Strategy.FromBroker(message));
    return BrokerConnection.create(profile, Profiles.label(profile), owners, ports);
  }

  private RecipientRef<Strategy.Command> strategyRef(String name) {
    return sharding.entityRefFor(Strategy.KEY, name);
  }
}
