package io.qkt.platform.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.program.Program;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Lasting;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import io.qkt.core.session.Input;
import io.qkt.platform.strategy.Strategy.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A life of six bars with a buy on the third and a sell on the fourth, and its journal. */
final class InstanceTest {
  private static final long SECOND = 1_000_000;
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));
  private static final Program PROGRAM = Program.builder("cross", KEY)
      .buyWhenCrossingAbove(1, 2, Exact.ONE)
      .sellWhenCrossingBelow(1, 2, Exact.ONE)
      .build();

  private final List<Event> journal = new ArrayList<>();
  private final Instance live = instance();

  @BeforeEach
  void live() {
    store(
        List.of(new Event.Loaded(new Desired("n", "cluster", "id", 1, "bundle", "SIM", "paper:sim",
            5 * SECOND, 0, 7))));
    live.goLive(1);
    bars(1, 10, 10, 13);
    fill(1, 13);
    bars(4, 7);
    fill(2, 8);
    bars(5, 7, 7);
  }

  @Test
  void live_agreesWithItsJournal() {
    assertThat(live.quarantined()).isEmpty();
    assertThat(live.session().fills()).isEqualTo(2);
    assertThat(live.session().realized()).isEqualTo(-5 * Exact.ONE);
    assertThat(journal).hasSize(11).filteredOn(Event.Intended.class::isInstance).hasSize(2);
  }

  @Test
  void replay_ofTheJournal_isTheSameInstance() {
    var replayed = replay(journal);
    assertThat(replayed.quarantined()).isEmpty();
    assertThat(replayed.consumedTo()).isEqualTo(6 * SECOND);
    assertThat(replayed.updatesSeen()).isEqualTo(2);
    var expected = figures(live, 11);
    var status = figures(replayed, 11);
    assertThat(status).usingRecursiveComparison().ignoringFields("recovery").isEqualTo(expected);
    assertThat(status.recovery()).contains(new InstanceStatus.Recovery(11,
        expected.stateHash(), 0, 2, 2));
  }

  @Test
  void replay_ofAnyBeginningOfTheJournal_agrees() {
    for (int size = 1; size <= journal.size(); size++) {
      // An input and its decisions are one write: a journal never ends between them.
      if (size < journal.size() && journal.get(size) instanceof Event.Intended) continue;
      assertThat(replay(journal.subList(0, size)).quarantined()).as("first %d", size).isEmpty();
    }
  }

  @Test
  void instance_thatReplayed_decidesOnLikeTheOneThatLived() {
    var replayed = replay(journal);
    var next = new Input.BarClosed(bar(7, 50));
    assertThat(replayed.step(next, hash -> consumed(bar(7, 50), hash)))
        .isEqualTo(live.step(next, hash -> consumed(bar(7, 50), hash)))
        .hasSize(2);
  }

  // The first is applied when the session is at the second already.
  @Test
  void lapses_ofTwoIntentsInOneWrite_agreeLiveAndInReplay() {
    bars(7, 50, 1);
    var unseen = live.session().offered();
    assertThat(unseen).hasSize(2);
    var events = new ArrayList<Event>();
    for (var intent : unseen) {
      events.addAll(live.step(new Input.IntentLapsed(intent.cid(), 9),
          hash -> new Event.Lapsed(intent.cid(), 9, hash)));
    }
    store(events);
    assertThat(live.quarantined()).isEmpty();
    assertThat(live.session().openOrders()).isZero();
    assertThat(replay(journal).quarantined()).isEmpty();
  }

  @Test
  void replay_ofAChangedHash_quarantinesAndNamesTheInput() {
    int at = indexOf(Event.BarConsumed.class, 1);
    var consumed = (Event.BarConsumed) journal.get(at);
    journal.set(at, consumed(consumed.bar(), consumed.stateHash() + 1));
    assertThat(replay(journal).quarantined()).hasValueSatisfying(why -> assertThat(why)
        .contains(consumed.bar().toString(), "%016x".formatted(consumed.stateHash()),
            "%016x".formatted(consumed.stateHash() + 1)));
  }

  @Test
  void replay_ofAChangedBar_quarantines() {
    int at = indexOf(Event.BarConsumed.class, 0);
    journal.set(at, consumed(bar(1, 11), ((Event.BarConsumed) journal.get(at)).stateHash()));
    assertThat(replay(journal).quarantined()).isPresent();
  }

  @Test
  void replay_ofAChangedIntent_quarantinesAndNamesBoth() {
    int at = indexOf(Event.Intended.class, 0);
    var intent = ((Event.Intended) journal.get(at)).intent();
    var changed = new OrderIntent(1, intent.cid(), 1, KEY.instrument(), Side.SELL,
        Exact.ONE, OrderTerms.MARKET, false, intent.decidedAt(), intent.validUntil());
    journal.set(at, new Event.Intended(changed));
    assertThat(replay(journal).quarantined()).contains(
        "the journal holds decision %s, recomputed was %s".formatted(new Event.Intended(changed),
            new Event.Intended(intent)));
  }

  @Test
  void replay_ofAMissingIntent_quarantinesAndNamesIt() {
    int at = indexOf(Event.Intended.class, 0);
    var why = "the journal lacks decision " + journal.remove(at);
    assertThat(replay(journal).quarantined()).contains(why);
    assertThat(replay(journal.subList(0, at)).quarantined()).contains(why);
  }

  @Test
  void replay_ofASurplusIntent_quarantinesAndNamesIt() {
    var surplus = journal.get(indexOf(Event.Intended.class, 0));
    journal.add(surplus);
    assertThat(replay(journal).quarantined()).hasValueSatisfying(
        why -> assertThat(why).contains(((Event.Intended) surplus).intent().cid(), "was null"));
  }

  @Test
  void instance_inQuarantine_takesNothingMore() {
    int at = indexOf(Event.BarConsumed.class, 3);
    var consumed = (Event.BarConsumed) journal.get(at);
    journal.set(at, consumed(consumed.bar(), 0));
    var replayed = replay(journal);
    assertThat(replayed.session().fills()).isEqualTo(1);
    assertThat(replayed.status("node", 11).state()).isEqualTo("quarantined");
    assertThat(replayed.status("node", 11).stateReason()).contains("hashes to");
  }

  // A limit far away, a line and an order that is too large on every bar; the limit is taken back.
  private static final Program NOTES = notes();

  private static Program notes() {
    var builder = Program.builder("notes", KEY);
    var always = new Comparison.Greater(new Constant(1), new Constant(0));
    var far = OrderPlan.market(0, Side.BUY, new Sizing.Units(new Constant(1)))
        .at(new Pricing.Limit(new Constant(9)), Lasting.GTC);
    var large = OrderPlan.market(0, Side.BUY, new Sizing.Units(new Constant(5_000)));
    builder.when(0, always, new Action.Trade(far), new Action.Trade(large),
        new Action.Log(Action.Level.INFO, "said", List.of()));
    builder.when(0, new Comparison.Greater(Slot.of(0, BarField.CLOSE), new Constant(10)),
        new Action.Cancel(0));
    return builder.build();
  }

  @Test
  void step_withCancelsRefusalsAndLines_journalsEachAndReplaysThem() {
    var events = notesOfTwoBars();
    assertThat(events).hasAtLeastOneElementOfType(Event.CancelIntended.class)
        .hasAtLeastOneElementOfType(Event.Refused.class)
        .hasAtLeastOneElementOfType(Event.Logged.class);
    assertThat(replayNotes(events).quarantined()).isEmpty();
    assertThat(replayNotes(events).session().askedBack()).hasSize(1);
  }

  @Test
  void replay_ofAMissingCancelRefusalOrLine_quarantines() {
    for (var type : List.of(Event.CancelIntended.class, Event.Refused.class, Event.Logged.class)) {
      var events = notesOfTwoBars();
      events.remove(events.stream().filter(type::isInstance).findFirst().orElseThrow());
      assertThat(replayNotes(events).quarantined()).as(type.getSimpleName()).isPresent();
    }
  }

  private List<Event> notesOfTwoBars() {
    var events = new ArrayList<Event>(List.of(journal.getFirst()));
    var instance = new Instance(_ -> Optional.of(NOTES));
    instance.apply(journal.getFirst());
    instance.goLive(1);
    for (var bar : List.of(bar(1, 10), bar(2, 11))) {
      var stepped = instance.step(new Input.BarClosed(bar), hash -> consumed(bar, hash));
      stepped.forEach(instance::apply);
      events.addAll(stepped);
    }
    assertThat(instance.quarantined()).isEmpty();
    return events;
  }

  private static Instance replayNotes(List<Event> events) {
    var replayed = new Instance(_ -> Optional.of(NOTES));
    events.forEach(replayed::apply);
    replayed.goLive(events.size());
    return replayed;
  }

  @Test
  void consumedTo_beforeTheFirstBar_isWhereTheDeploymentBegins() {
    assertThat(replay(journal.subList(0, 1)).consumedTo()).isZero();
  }

  @Test
  void status_countsWhatTheJournalHolds() {
    var status = figures(live, 11);
    assertThat(status.barsConsumed()).isEqualTo(6);
    assertThat(status.intents()).isEqualTo(2);
    assertThat(status.fills()).isEqualTo(2);
    assertThat(status.lastFill()).hasValueSatisfying(
        last -> assertThat(last.realized()).isEqualTo(-5 * Exact.ONE));
    assertThat(status.lastBar()).hasValueSatisfying(
        last -> assertThat(last.bar()).isEqualTo(bar(6, 7)));
    assertThat(status.recoveries()).isZero();
    store(List.of(new Event.Recovered("node", 9)));
    assertThat(figures(live, 12).recoveries()).isEqualTo(1);
  }

  @Test
  void load_ofABundleThatIsNotStored_saysWhatMustBe() {
    var empty = new Instance(_ -> Optional.empty());
    assertThatIllegalStateException().isThrownBy(() -> empty.apply(journal.getFirst()))
        .withMessage("bundle bundle of n must be stored before it is cited, was not found or does"
            + " not compile");
  }

  @Test
  void neverSeen_countsOnlyForTheNewestQuestionAndBeforeAnyOffer() {
    long first = live.ask();
    assertThat(live.isAnswered(first)).isTrue();
    long second = first + 1;
    assertThat(live.isAnswered(second)).isFalse();
    live.forgetQuestion();
    assertThat(live.isAnswered(first)).isFalse();
  }

  private static InstanceStatus.Figures figures(Instance instance, long journalSeq) {
    return instance.status("node", journalSeq).figures().orElseThrow();
  }

  private void bars(long from, long... prices) {
    for (int i = 0; i < prices.length; i++) {
      var bar = bar(from + i, prices[i]);
      store(live.step(new Input.BarClosed(bar), hash -> consumed(bar, hash)));
    }
  }

  private void fill(long n, long price) {
    var intent = live.session().offered().getFirst();
    OrderUpdate update = new Filled(intent.cid(), "e" + n, KEY.instrument(), intent.side(),
        intent.quantity(), price * Exact.ONE, 0, 0, true);
    store(live.step(new Input.OrderUpdated(update, n),
        hash -> new Event.OrderUpdated("paper:sim", n, update, n, 1, hash)));
  }

  private void store(List<Event> events) {
    journal.addAll(events);
    events.forEach(live::apply);
  }

  private int indexOf(Class<?> type, int nth) {
    var ofType = journal.stream().filter(type::isInstance).toList();
    return journal.indexOf(ofType.get(nth));
  }

  private static Instance replay(List<Event> events) {
    var replayed = instance();
    events.forEach(replayed::apply);
    replayed.goLive(events.size());
    return replayed;
  }

  private static Instance instance() {
    return new Instance(sha -> sha.equals("bundle") ? Optional.of(PROGRAM) : Optional.empty());
  }

  private static Event.BarConsumed consumed(Bar bar, long hash) {
    return new Event.BarConsumed(bar, List.of(), List.of(), 0, 3, 1, hash);
  }

  private static Bar bar(long n, long price) {
    long exact = price * Exact.ONE;
    return new Bar(KEY, n * SECOND, n == 1 ? Bar.NONE : (n - 1) * SECOND, exact, exact, exact,
        exact, Exact.ONE, Bar.ClosedBy.TICK, 0);
  }
}
