package io.qkt.platform.strategy;

import io.qkt.core.order.OrderIntent;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.seam.CrashPoint;
import io.qkt.platform.seam.Edge;
import io.qkt.platform.strategy.Strategy.Event;
import io.qkt.platform.wiring.Ports;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.typed.RecipientRef;

/** What a strategy says to its broker. Each word of it may be lost, and may come twice. */
final class BrokerLine {
  private final String owner;
  private final Function<String, RecipientRef<BrokerConnection.Command>> brokers;
  private final Ports ports;

  BrokerLine(String owner, Function<String, RecipientRef<BrokerConnection.Command>> brokers,
      Ports ports) {
    this.owner = owner;
    this.brokers = brokers;
    this.ports = ports;
  }

  /** Sends what was stored: intents, and the wish to have an order back. */
  void send(Instance instance, List<Event> events) {
    for (var event : events) {
      if (event instanceof Event.Intended(var intent)) offer(instance, intent);
      if (event instanceof Event.CancelIntended(var cid, _)) cancel(instance, cid);
    }
  }

  void offer(Instance instance, OrderIntent intent) {
    instance.forgetQuestion();
    ports.crashes().at(CrashPoint.OFFER_BEFORE_SEND);
    send(instance, Edge.BROKER_OFFER, new BrokerConnection.Offer(owner, intent));
    ports.crashes().at(CrashPoint.OFFER_AFTER_SEND);
  }

  private void cancel(Instance instance, String cid) {
    ports.crashes().at(CrashPoint.CANCEL_BEFORE_SEND);
    send(instance, Edge.BROKER_CANCEL, new BrokerConnection.Cancel(owner, cid));
    ports.crashes().at(CrashPoint.CANCEL_AFTER_SEND);
  }

  /** Asks what is known of the open orders, and for those back that were asked for before. */
  void resume(Instance instance) {
    long question = instance.ask();
    send(instance, Edge.BROKER_RESUME, new BrokerConnection.Resume(owner,
        instance.updatesSeen(), instance.session().openCids(), question));
    instance.session().askedBack().forEach(cid -> cancel(instance, cid));
  }

  void acknowledge(Instance instance) {
    send(instance, Edge.BROKER_ACK,
        new BrokerConnection.Acknowledge(owner, instance.updatesSeen()));
  }

  private void send(Instance instance, Edge edge, BrokerConnection.Command message) {
    ports.transport().send(edge, brokers.apply(instance.desired().profile()), message);
  }
}
