package io.qkt.platform.strategy;

import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.program.Program;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Input;
import io.qkt.core.session.StrategySession;
import io.qkt.core.watch.Watch;
import io.qkt.platform.strategy.Strategy.BarArrived;
import io.qkt.platform.strategy.Strategy.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
  private final ArrayDeque<Event> expected = new ArrayDeque<>();
  private final ArrayDeque<Long> stepped = new ArrayDeque<>();
  /** By watch, up to when the journal holds what it saw: later quotes are still to be shown. */
  private final TreeMap<Long, Long> lookedTo = new TreeMap<>();
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
  private BarArrived held;
  private long question = NOT_ASKED;

  Instance(Function<String, Optional<Program>> programs) {
    this.programs = programs;
  }

  /**
   * Replay is over, the journal holds {@code seq} events; from here on commands move the session.
   */
  void goLive(long seq) {
    if (!expected.isEmpty()) quarantine("the journal lacks decision " + expected.peek());
    live = true;
    if (isLoaded()) {
      recovery = new InstanceStatus.Recovery(seq, session.stateHash(), session.position(),
          session.fills(), intents);
    }
  }

  /** Moves the session on and returns the events that tell of it, to be persisted in one write. */
  List<Event> step(Input input, LongFunction<Event> told) {
    var decided = decided(input);
    long hash = session.stateHash();
    // One write may tell of several steps; when the first is applied, the session is at the last.
    stepped.add(hash);
    expected.addAll(decided);
    var events = new ArrayList<Event>();
    events.add(told.apply(hash));
    events.addAll(decided);
    return events;
  }

  Instance apply(Event event) {
    if (quarantine != null) return this;
    switch (event) {
      case Event.Loaded(var newlyDesired) -> load(newlyDesired);
      case Event.Recovered _ -> recoveries++;
      case Event.BarConsumed consumed -> consume(consumed);
      case Event.WatchFired(var fired, _, long hash) -> replay(new Input.WatchFired(fired), hash);
      case Event.Woken(long at, _, long hash) -> replay(new Input.Beat(at), hash);
      case Event.Intended intended -> {
        intents++;
        compare(intended);
      }
      case Event.CancelIntended _,Event.Refused _,Event.Logged _ -> compare(event);
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
    replay(consumed.input(), consumed.stateHash());
    for (var seen : consumed.extremes())
      lookedTo.replace(seen.watch(), consumed.lookedTo());
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
    if (!expected.isEmpty()) quarantine("the journal lacks decision " + expected.peek());
    expected.addAll(decided(input));
    stepped.add(session.stateHash());
  }

  private void compare(Event journaled) {
    var decided = expected.poll();
    if (!journaled.equals(decided)) {
      quarantine("the journal holds decision %s, recomputed was %s".formatted(journaled, decided));
    }
  }

  private void quarantine(String why) {
    if (quarantine == null) quarantine = why;
  }

  /**
   * Lets the session decide and says what of it is journaled. What it arms is not: that follows
   * from the inputs, and whoever carries it out asks the session for its watches.
   */
  private List<Event> decided(Input input) {
    if (input instanceof Input.WatchFired(var fired)) lookedTo.remove(fired.watch());
    var decided = new ArrayList<Event>();
    for (var decision : session.on(input).decisions()) {
      switch (decision) {
        case Decision.Place(var intent) -> decided.add(new Event.Intended(intent));
        case Decision.Cancel(var cid, long at) -> decided.add(new Event.CancelIntended(cid, at));
        case Decision.Refuse(int rule, var code, var why) ->
            decided.add(new Event.Refused(rule, code, why));
        case Decision.Log(int rule, var level, var text) ->
            decided.add(new Event.Logged(rule, level, text));
        case Decision.Arm(var watch) -> lookedTo.put(watch.id(), toldAt(input));
        case Decision.Disarm(long watch) -> lookedTo.remove(watch);
      }
    }
    return decided;
  }

  /** The time of the market at which an input was told. */
  private static long toldAt(Input input) {
    return input instanceof Input.BarClosed closed ? closed.deliveredAt() : input.time();
  }

  /** Up to when the journal holds what a watch has seen. */
  long lookedTo(Watch watch) {
    return lookedTo.getOrDefault(watch.id(), consumedTo());
  }

  /** The time of the quote that closed the last bar, at first where the deployment begins. */
  long barsTo() {
    return lastBar == null ? desired.startAfter() : lastBar.bar().closedAt();
  }

  /** Keeps a bar that has to wait for quotes from before its end. */
  void hold(BarArrived arrived) {
    held = arrived;
  }

  /** The bar that waits, and lets go of it. */
  Optional<BarArrived> released() {
    var released = Optional.ofNullable(held);
    held = null;
    return released;
  }

  /** Whether every bar that ends at {@code time} or before it has been consumed. */
  boolean hasBarsUntil(long time) {
    long grid = session.program().stream().timeframe().micros();
    long lastEnd = session.program().stream().timeframe().floor(time);
    return consumedTo() >= lastEnd - grid;
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
