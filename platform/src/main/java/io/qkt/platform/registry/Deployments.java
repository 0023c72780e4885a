package io.qkt.platform.registry;

import io.qkt.platform.registry.Registry.DeployReply;
import io.qkt.platform.registry.Registry.Event;
import io.qkt.platform.strategy.Desired;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;

/** The desired state, and who waits for a part of it to become true. */
final class Deployments {

  /** One name. Whether it runs, and who waits for that, is not journaled. */
  static final class Entry {
    private final Desired desired;
    private final List<ActorRef<DeployReply>> waiting = new ArrayList<>();
    private boolean runs;

    private Entry(Desired desired) {
      this.desired = desired;
    }

    Desired desired() {
      return desired;
    }

    List<ActorRef<DeployReply>> waiting() {
      return waiting;
    }

    boolean runs() {
      return runs;
    }
  }

  private final TreeMap<String, Entry> byName = new TreeMap<>();
  private String clusterId;

  // Not journaled: a deployment that is being stored, and those that wait for it.
  private boolean preparing;
  private final List<Registry.Deploy> queued = new ArrayList<>();

  Deployments apply(Event event) {
    switch (event) {
      case Event.Founded(var id) -> clusterId = id;
      case Event.StrategyDeployed(var desired) -> byName.put(desired.name(), new Entry(desired));
    }
    return this;
  }

  String clusterId() {
    return clusterId;
  }

  Entry entry(String name) {
    return byName.get(name);
  }

  /** Notes that a strategy runs and hands out who waited for it. */
  Map<ActorRef<DeployReply>, Desired> runs(String name, String id) {
    var waited = new LinkedHashMap<ActorRef<DeployReply>, Desired>();
    var entry = byName.get(name);
    if (entry == null || !entry.desired.id().equals(id)) return waited;
    entry.runs = true;
    entry.waiting.forEach(replyTo -> waited.put(replyTo, entry.desired));
    entry.waiting.clear();
    return waited;
  }

  /** Whether another deployment is being stored; if not, this one is from now on. */
  boolean mustQueue(Registry.Deploy deploy) {
    if (preparing) queued.add(deploy);
    boolean wait = preparing;
    preparing = true;
    return wait;
  }

  /** All that waited, to be looked at anew: the first of them will let the others wait again. */
  List<Registry.Deploy> nextQueued() {
    preparing = false;
    var waited = List.copyOf(queued);
    queued.clear();
    return waited;
  }

  boolean uses(String label) {
    return byName.values().stream().anyMatch(e -> e.desired.label().equals(label));
  }

  List<Desired> all() {
    return byName.values().stream().map(Entry::desired).toList();
  }
}
