package io.qkt.platform;

import io.qkt.core.order.OrderUpdate;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.registry.Registry;
import io.qkt.platform.strategy.Strategy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The name of every event in the journal, and of every sealed kind inside one. A name is for ever:
 * a class may move or be renamed, its name may not.
 */
public final class JournalNames {
  private JournalNames() {}

  public static Map<String, Class<?>> events() {
    var names = new LinkedHashMap<String, Class<?>>();
    names.put("registry.founded", Registry.Event.Founded.class);
    names.put("registry.strategy-deployed", Registry.Event.StrategyDeployed.class);
    names.put("strategy.loaded", Strategy.Event.Loaded.class);
    names.put("strategy.recovered", Strategy.Event.Recovered.class);
    names.put("strategy.bar-consumed", Strategy.Event.BarConsumed.class);
    names.put("strategy.order-intent", Strategy.Event.Intended.class);
    names.put("strategy.order-updated", Strategy.Event.OrderUpdated.class);
    names.put("strategy.cancel-intent", Strategy.Event.CancelIntended.class);
    names.put("strategy.refused", Strategy.Event.Refused.class);
    names.put("strategy.logged", Strategy.Event.Logged.class);
    names.put("strategy.watch-fired", Strategy.Event.WatchFired.class);
    names.put("strategy.woken", Strategy.Event.Woken.class);
    names.put("strategy.lapsed", Strategy.Event.Lapsed.class);
    names.put("broker.sending", BrokerConnection.Event.Sending.class);
    names.put("broker.cancelling", BrokerConnection.Event.Cancelling.class);
    names.put("broker.learnt", BrokerConnection.Event.Learnt.class);
    return Collections.unmodifiableMap(names);
  }

  /** The kinds of {@link OrderUpdate} that an event may hold. */
  public static Map<String, Class<? extends OrderUpdate>> orderUpdates() {
    var names = new LinkedHashMap<String, Class<? extends OrderUpdate>>();
    names.put("accepted", OrderUpdate.Accepted.class);
    names.put("rejected", OrderUpdate.Rejected.class);
    names.put("refused", OrderUpdate.Refused.class);
    names.put("outcome-unknown", OrderUpdate.OutcomeUnknown.class);
    names.put("proved-absent", OrderUpdate.ProvedAbsent.class);
    names.put("cancelled", OrderUpdate.Cancelled.class);
    names.put("filled", OrderUpdate.Filled.class);
    return Collections.unmodifiableMap(names);
  }
}
