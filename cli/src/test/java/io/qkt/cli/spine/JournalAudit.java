package io.qkt.cli.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.cli.node.JournalTable;
import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.program.Bundle;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import io.qkt.dsl.CompileResult;
import io.qkt.persistence.H2Database;
import io.qkt.persistence.JdbcBarStore;
import io.qkt.persistence.JdbcBundleStore;
import io.qkt.persistence.JournalReader;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.registry.Registry;
import io.qkt.platform.strategy.Desired;
import io.qkt.platform.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a dead daemon's files with nothing but the journal reader and the kernel, and asserts what
 * must be true of them at any instant.
 */
final class JournalAudit implements AutoCloseable {
  private static final String BROKER = "BrokerConnection|paper:sim";
  private static final int EVENTS_MAX = 1_000_000;

  private final Path dir;
  private final H2Database database;
  private final JournalReader reader;
  private final Map<String, List<Strategy.Event>> strategies = new TreeMap<>();
  private final List<BrokerConnection.Event> broker = new ArrayList<>();
  private final Set<String> deployed = new TreeSet<>();

  JournalAudit(Path dir) {
    this.dir = dir;
    database = H2Database.open(dir);
    reader = new JournalReader(database, JournalTable.types());
    for (var id : reader.persistenceIds()) {
      for (var journaled : reader.events(id, 0, EVENTS_MAX))
        take(id, journaled.event());
    }
  }

  private void take(String id, Object event) {
    switch (event) {
      case Strategy.Event e -> strategies.computeIfAbsent(id, _ -> new ArrayList<>()).add(e);
      case BrokerConnection.Event e -> broker.add(e);
      case Registry.Event.StrategyDeployed(var desired) -> deployed.add(desired.name());
      case Registry.Event.Founded _ -> {
      }
      default -> throw new AssertionError("unreadable in " + id + ": " + event);
    }
  }

  Set<String> deployed() {
    return deployed;
  }

  int fills() {
    return strategies.values().stream().mapToInt(events -> fills(events).size()).sum();
  }

  /** What must hold after any death, however little was finished. */
  void assertNothingLostNothingDoubled() throws IOException {
    for (var entry : strategies.entrySet()) {
      assertBarsContiguous(entry.getKey(), entry.getValue());
      assertDecisionsRecompute(entry.getKey(), entry.getValue());
    }
    assertEachOrderSentOnceAndOnlyAfterItsIntent();
    assertVenueSawEachOrderOnceAndOnlyAfterItsSending();
    assertUpdatesAreDense();
  }

  /** What must hold once nothing is under way any more. */
  void assertBothLedgersEqual() {
    var fillsAtBroker = new TreeMap<String, List<Filled>>();
    for (var event : broker) {
      if (event instanceof BrokerConnection.Event.Learnt learnt
          && learnt.update() instanceof Filled fill) {
        fillsAtBroker.computeIfAbsent("Strategy|" + learnt.owner(), _ -> new ArrayList<>())
            .add(fill);
      }
    }
    var fillsAtOwner = new TreeMap<String, List<Filled>>();
    strategies.forEach((id, events) -> {
      var fills = fills(events);
      if (!fills.isEmpty()) fillsAtOwner.put(id, fills);
    });
    assertThat(fillsAtOwner).isEqualTo(fillsAtBroker);
  }

  /** Whoever is told that an order is absent has lost no protection by it. */
  void assertEveryProtectionArrived() {
    var protecting = new TreeSet<String>();
    for (var event : broker) {
      if (event instanceof BrokerConnection.Event.Sending(_, var order, _) && order.protects()) {
        protecting.add(order.cid());
      }
      if (event instanceof BrokerConnection.Event.Learnt learnt
          && learnt.update() instanceof OrderUpdate.ProvedAbsent(var cid, _)) {
        assertThat(protecting).doesNotContain(cid);
      }
    }
    assertThat(protecting).isNotEmpty();
  }

  private static List<Filled> fills(List<Strategy.Event> events) {
    var fills = new ArrayList<Filled>();
    for (var event : events) {
      if (event instanceof Strategy.Event.OrderUpdated updated
          && updated.update() instanceof Filled fill) {
        fills.add(fill);
      }
    }
    return fills;
  }

  private void assertBarsContiguous(String id, List<Strategy.Event> events) {
    var loaded = ((Strategy.Event.Loaded) events.getFirst()).desired();
    var consumed = new ArrayList<Bar>();
    for (var event : events) {
      if (event instanceof Strategy.Event.BarConsumed bar) consumed.add(bar.bar());
    }
    long expected = loaded.startAfter() + 1;
    for (var bar : consumed) {
      assertThat(bar.openTime()).as(id).isEqualTo(expected);
      expected = bar.endTime();
    }
    if (consumed.isEmpty()) return;
    var stored = new JdbcBarStore(database)
        .after(consumed.getFirst().key(), loaded.startAfter(), consumed.size())
        .toCompletableFuture()
        .join();
    assertThat(consumed).as(id + " consumed the stored bars").isEqualTo(stored);
  }

  /** Runs the journaled inputs through a new session and compares every decision and hash. */
  private void assertDecisionsRecompute(String id, List<Strategy.Event> events) {
    StrategySession session = null;
    var decided = new ArrayList<OrderIntent>();
    var journaled = new ArrayList<OrderIntent>();
    var askedBack = new ArrayList<String>();
    var cancels = new ArrayList<String>();
    for (var event : events) {
      if (event instanceof Strategy.Event.Loaded(var desired)) session = session(id, desired);
      if (event instanceof Strategy.Event.Intended intended) journaled.add(intended.intent());
      if (event instanceof Strategy.Event.CancelIntended cancel) cancels.add(cancel.cid());
      var input = input(event);
      if (input == null) continue;
      for (var decision : session.on(input).decisions()) {
        if (decision instanceof Decision.Place(var intent)) decided.add(intent);
        if (decision instanceof Decision.Cancel(var cid, _)) askedBack.add(cid);
      }
      assertThat(session.stateHash()).as(id + " after " + event).isEqualTo(hash(event));
    }
    assertThat(journaled).as(id).isEqualTo(decided);
    assertThat(cancels).as(id).isEqualTo(askedBack);
  }

  private StrategySession session(String id, Desired loaded) {
    Bundle bundle = new JdbcBundleStore(database).citedBy(id)
        .toCompletableFuture()
        .join()
        .stream()
        .filter(b -> b.sha256().equals(loaded.bundle()))
        .findFirst()
        .orElseThrow();
    var compiled = (CompileResult.Compiled) Kinds.compile(bundle.source());
    return new StrategySession(compiled.program(), new Identity(loaded.clusterId(), loaded.id(),
        loaded.generation(), loaded.signalMaxAgeMicros()));
  }

  private static Input input(Strategy.Event event) {
    return switch (event) {
      case Strategy.Event.BarConsumed e -> e.input();
      case Strategy.Event.WatchFired e -> new Input.WatchFired(e.fired());
      case Strategy.Event.Woken e -> new Input.Beat(e.at());
      case Strategy.Event.OrderUpdated e -> new Input.OrderUpdated(e.update(), e.at());
      case Strategy.Event.Lapsed e -> new Input.IntentLapsed(e.cid(), e.at());
      case Strategy.Event.Loaded _,Strategy.Event.Recovered _,Strategy.Event.Intended _ -> null;
      case Strategy.Event.CancelIntended _,Strategy.Event.Refused _,Strategy.Event.Logged _ -> null;
    };
  }

  private static long hash(Strategy.Event event) {
    return switch (event) {
      case Strategy.Event.BarConsumed e -> e.stateHash();
      case Strategy.Event.WatchFired e -> e.stateHash();
      case Strategy.Event.Woken e -> e.stateHash();
      case Strategy.Event.OrderUpdated e -> e.stateHash();
      case Strategy.Event.Lapsed e -> e.stateHash();
      case Strategy.Event.Loaded _,Strategy.Event.Recovered _,Strategy.Event.Intended _ ->
          throw new AssertionError("has no hash");
      case Strategy.Event.CancelIntended _,Strategy.Event.Refused _,Strategy.Event.Logged _ ->
          throw new AssertionError("has no hash");
    };
  }

  private Map<String, String> ownerOfIntent() {
    var owners = new LinkedHashMap<String, String>();
    strategies.forEach((id, events) -> events.forEach(event -> {
      if (event instanceof Strategy.Event.Intended(var intent)) {
        assertThat(owners.put(intent.cid(), id)).as("two intents of " + intent.cid()).isNull();
      }
    }));
    return owners;
  }

  private List<String> sent() {
    return broker.stream()
        .filter(BrokerConnection.Event.Sending.class::isInstance)
        .map(e -> ((BrokerConnection.Event.Sending) e).order().cid())
        .toList();
  }

  /** Each attempt counts once: what protects a position is sent anew if it never arrived. */
  private List<String> attempts() {
    return broker.stream()
        .filter(BrokerConnection.Event.Sending.class::isInstance)
        .map(BrokerConnection.Event.Sending.class::cast)
        .map(e -> e.order().cid() + '#' + (e.order().protects() ? e.attempt() : 1))
        .toList();
  }

  /** What protects a position and never arrived: the venue of a dead process forgot it. */
  private Set<String> sentAnew() {
    var anew = new TreeSet<String>();
    for (var event : broker) {
      if (event instanceof BrokerConnection.Event.Sending(_, var order, int attempt)
          && attempt > 1 && order.protects())
        anew.add(order.cid());
    }
    return anew;
  }

  private void assertEachOrderSentOnceAndOnlyAfterItsIntent() {
    assertThat(attempts()).doesNotHaveDuplicates();
    assertThat(ownerOfIntent().keySet()).containsAll(sent());
  }

  private void assertVenueSawEachOrderOnceAndOnlyAfterItsSending() throws IOException {
    var log = dir.resolve("venue.log");
    var seen = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
    assertThat(seen.stream().filter(cid -> !sentAnew().contains(cid))).doesNotHaveDuplicates();
    assertThat(new HashSet<>(sent())).containsAll(seen);
  }

  /** Per owner the broker's numbers are 1, 2, 3 …, and the owner took them in that order. */
  private void assertUpdatesAreDense() {
    var told = new TreeMap<String, List<OrderUpdate>>();
    for (var event : broker) {
      if (!(event instanceof BrokerConnection.Event.Learnt learnt)) continue;
      var updates = told.computeIfAbsent("Strategy|" + learnt.owner(), _ -> new ArrayList<>());
      updates.add(learnt.update());
      assertThat(learnt.n()).as(learnt.owner()).isEqualTo(updates.size());
    }
    strategies.forEach((id, events) -> {
      long taken = 0;
      for (var event : events) {
        if (!(event instanceof Strategy.Event.OrderUpdated updated)) continue;
        assertThat(updated.n()).as(id).isEqualTo(++taken);
        assertThat(updated.update()).isEqualTo(told.get(id).get((int) taken - 1));
      }
    });
  }

  @Override
  public void close() {
    database.close();
  }
}
