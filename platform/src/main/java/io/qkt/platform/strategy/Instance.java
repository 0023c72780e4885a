package io.qkt.platform.strategy;

import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.Program;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Input;
import io.qkt.core.session.Step;
import io.qkt.core.session.StrategySession;
import io.qkt.platform.strategy.Strategy.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The state of one incarnation of a strategy: its session, and whether the journal agrees with it.
 *
 * <p>Live, a command steps the session and persists what came out, and applying the events only
 * checks them. In replay, applying an event steps the session again and compares each decision and
 * the hash. A difference quarantines: from then on nothing is consumed and nothing placed, and the
 * status says why.
 */
final class Instance {
  private static final long NOT_ASKED = Long.MIN_VALUE;

  private final Function<String, Optional<Program>> programs;
  private final ArrayDeque<OrderIntent> expected = new ArrayDeque<>();
  private final ArrayDeque<Long> stepped = new ArrayDeque<>();
  private Desired desired;
  private StrategySession session;
  private String quarantine;
  private boolean live;
  private long updatesSeen;
  private long barsConsumed;
  private long intents;
  private int recoveries;
  private long realizedAtLastFill;
  private InstanceStatus.LastBar lastBar;
  private InstanceStatus.LastFill lastFill;
  private InstanceStatus.Recovery recovery;

  // Not journaled: what this incarnation is doing.
  private final BarFlow bars = new BarFlow();
  private long question = NOT_ASKED;

  Instance(Function<String, Optional<Program>> programs) {
    this.programs = programs;
  }

  /**
   * Replay is over, the journal holds {@code seq} events; from here on commands move the session.
   */
  void goLive(long seq) {
    if (!expected.isEmpty()) quarantine("the journal lacks decision " + expected.peek().cid());
    live = true;
    if (isLoaded()) {
      recovery = new InstanceStatus.Recovery(seq, session.stateHash(), session.position(),
          session.fills(), intents);
    }
  }

  /** Moves the session on and returns the events that tell of it, to be persisted in one write. */
  List<Event> step(Input input, LongFunction<Event> told) {
    var step = session.on(input);
    long hash = session.stateHash();
    // One write may tell of several steps; when the first is applied, the session is at the last.
    stepped.add(hash);
    var events = new ArrayList<Event>();
    events.add(told.apply(hash));
    for (var intent : intents(step))
      events.add(new Event.Intended(intent));
    expected.addAll(intents(step));
    return events;
  }

  Instance apply(Event event) {
    if (quarantine != null) return this;
    switch (event) {
      case Event.Loaded(var newlyDesired) -> load(newlyDesired);
      case Event.Recovered _ -> recoveries++;
      case Event.BarConsumed consumed -> consume(consumed);
      case Event.Intended intended -> compare(intended.intent());
      case Event.OrderUpdated updated -> update(updated);
      case Event.Lapsed lapsed -> replay(new Input.IntentLapsed(lapsed.cid(), lapsed.at()),
          lapsed.stateHash());
    }
    return this;
  }

  private void load(Desired newlyDesired) {
    desired = newlyDesired;
    var program = programs.apply(desired.bundle())
        .orElseThrow(
            () -> new IllegalStateException("bundle " + desired.bundle() + " of " + desired.name()
                + " must be stored before it is cited, was not found or does not compile"));
    session = new StrategySession(program, desired.identity());
  }

  private void consume(Event.BarConsumed consumed) {
    replay(new Input.BarClosed(consumed.bar()), consumed.stateHash());
    barsConsumed++;
    lastBar = new InstanceStatus.LastBar(consumed.bar(), consumed.consumedAt());
  }

  private void update(Event.OrderUpdated updated) {
    replay(new Input.OrderUpdated(updated.update(), updated.at()), updated.stateHash());
    updatesSeen = updated.n();
    if (updated.update() instanceof OrderUpdate.Filled fill) {
      lastFill = new InstanceStatus.LastFill(fill, session.realized() - realizedAtLastFill);
      realizedAtLastFill = session.realized();
    }
  }

  private void replay(Input input, long journaledHash) {
    if (!live) stepAgain(input);
    var hash = stepped.poll();
    if (hash == null || hash != journaledHash) {
      quarantine("after %s the state hashes to %016x, the journal says %016x".formatted(input,
          hash, journaledHash));
    }
  }

  private void stepAgain(Input input) {
    if (!expected.isEmpty()) quarantine("the journal lacks decision " + expected.peek().cid());
    expected.addAll(intents(session.on(input)));
    stepped.add(session.stateHash());
  }

  private void compare(OrderIntent journaled) {
    intents++;
    var decided = expected.poll();
    if (!journaled.equals(decided)) {
      quarantine("the journal holds decision %s, recomputed was %s".formatted(journaled, decided));
    }
  }

  private void quarantine(String why) {
    if (quarantine == null) quarantine = why;
  }

  private static List<OrderIntent> intents(Step step) {
    return step.decisions()
        .stream()
        .filter(Decision.Place.class::isInstance)
        .map(decision -> ((Decision.Place) decision).intent())
        .toList();
  }

  boolean isLoaded() {
    return desired != null;
  }

  Desired desired() {
    return desired;
  }

  StrategySession session() {
    return session;
  }

  Optional<String> quarantined() {
    return Optional.ofNullable(quarantine);
  }

  long updatesSeen() {
    return updatesSeen;
  }

  boolean knowsProgram(String bundle) {
    return programs.apply(bundle).isPresent();
  }

  /** Where the next bar lies: after the last one consumed, at first after the deployment. */
  long consumedTo() {
    return session.lastOpenTime() == Bar.NONE ? desired.startAfter()
        : session.lastOpenTime();
  }

  /**
   * A new question to the broker, which its answer will repeat. An answer counts only to the newest
   * question, and only while nothing was offered since: else "never seen" may be out of date, and
   * an order that is on its way would be given up.
   */
  long ask() {
    question = System.nanoTime();
    return question;
  }

  void forgetQuestion() {
    question = NOT_ASKED;
  }

  boolean isAnswered(long answered) {
    return question != NOT_ASKED && question == answered;
  }

  BarFlow bars() {
    return bars;
  }

  InstanceStatus status(String node, long journalSeq) {
    var state = quarantine == null ? "running" : "quarantined";
    return new InstanceStatus(desired, node, state, quarantine, Optional.of(figures(journalSeq)));
  }

  private InstanceStatus.Figures figures(long journalSeq) {
    return new InstanceStatus.Figures(session.program().name(), session.program().stream(),
        bars.since(), recoveries, session.position(), session.averagePrice(),
        session.realized(), session.unrealized(), session.fills(), session.openOrders(),
        Optional.ofNullable(lastFill), Optional.ofNullable(lastBar), barsConsumed, intents,
        journalSeq, session.stateHash(), Optional.ofNullable(recovery));
  }
}
