package io.qkt.platform.broker;

import static io.qkt.platform.broker.Fixture.accepted;
import static io.qkt.platform.broker.Fixture.executed;
import static io.qkt.platform.broker.Fixture.news;
import static io.qkt.platform.broker.Fixture.offer;
import static io.qkt.platform.broker.Fixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.Side;
import io.qkt.core.venue.VenueOrder;
import io.qkt.platform.broker.BrokerConnection.Cancel;
import io.qkt.platform.broker.BrokerConnection.Event;
import io.qkt.platform.broker.BrokerConnection.Offer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccountTest {
  private final Account account = new Account();
  private final List<Event> journal = new ArrayList<>();

  @Test
  void account_thatReplaysTheJournal_knowsTheSame() {
    send("a", "b");
    report("a");
    var replayed = replayed();
    assertThat(replayed.order("a")).isEqualTo(account.order("a"));
    assertThat(replayed.order("b").state()).isEqualTo(OrderState.SENT);
    assertThat(replayed.knowsExecution("ea")).isTrue();
    assertThat(replayed.lastNumber("o")).isEqualTo(2);
  }

  @Test
  void replay_ofAnEarlierSending_leavesItInDoubt() {
    send("a", "b", "c");
    report("a");
    assertThat(replayed().inDoubt(0)).extracting(VenueOrder::cid).containsExactly("b", "c");
  }

  @Test
  void sending_ofThisIncarnation_isInDoubtOnlyAfterARecovery() {
    send("a");
    account.heardOf("a", 5);
    assertThat(account.inDoubt(10)).isEmpty();
    assertThat(replayed().inDoubt(10)).extracting(VenueOrder::cid).containsExactly("a");
  }

  @Test
  void acceptedOrder_thatFallsSilent_isInDoubtUntilItIsHeardOf() {
    send("a");
    learn(new OrderUpdate.Accepted("a", "v"));
    account.heardOf("a", 5);
    assertThat(account.inDoubt(5)).isEmpty();
    assertThat(account.inDoubt(6)).extracting(VenueOrder::cid).containsExactly("a");
    account.heardOf("a", 7);
    assertThat(account.inDoubt(6)).isEmpty();
  }

  @Test
  void acceptedOrder_afterARecovery_isWorkingAndInDoubt() {
    send("a", "b");
    learn(new OrderUpdate.Accepted("a", "v"));
    assertThat(replayed().toRestore()).extracting(order -> order.order().cid())
        .containsExactly("a");
    assertThat(replayed().inDoubt(0)).extracting(VenueOrder::cid).containsExactly("a", "b");
  }

  @Test
  void restoring_ofAGroup_bringsBackWhatWasExecutedOfIt() {
    var first = grouped("a");
    for (var offer : List.of(first, grouped("b"), grouped("c")))
      journal.addAll(write(account, draft -> draft.offer(offer)));
    report("a");
    learn(new OrderUpdate.Accepted("c", "v"));
    assertThat(replayed().toRestore()).extracting(order -> order.order().cid())
        .containsExactly("a", "c");
    learn(new OrderUpdate.Cancelled("c", CancelReason.GROUP));
    assertThat(replayed().toRestore()).isEmpty();
  }

  @Test
  void restoring_ofAnOrderThatIsAskedBack_needsItToHaveArrived() {
    send("a", "b");
    learn(new OrderUpdate.Accepted("a", "v"));
    for (var cid : List.of("a", "b"))
      journal.addAll(write(account, draft -> draft.cancel(new Cancel("o", cid))));
    assertThat(replayed().toRestore()).extracting(order -> order.order().cid())
        .containsExactly("a");
    assertThat(replayed().cancelsUnanswered(0)).containsExactly("a", "b");
  }

  @Test
  void sending_thatTheWriteMadeTooOld_isInDoubt() {
    send("a");
    assertThat(account.inDoubt(0)).hasSize(1);
  }

  @Test
  void order_ofUnknownOutcome_isInDoubtUntilItIsKnown() {
    send("a");
    account.heardOf("a", 5);
    learn(new OrderUpdate.OutcomeUnknown("a", "no answer"));
    assertThat(account.inDoubt(0)).hasSize(1);
    learn(new OrderUpdate.ProvedAbsent("a", "none"));
    assertThat(account.inDoubt(0)).isEmpty();
  }

  @Test
  void silentSince_namesWhatWasSentBeforeAndIsNotAnswered() {
    send("a", "b", "c");
    account.heardOf("a", 5);
    account.heardOf("b", 6);
    account.heardOf("c", 10);
    assertThat(account.silentSince(10)).containsExactly("a", "b");
    report("a");
    assertThat(account.silentSince(10)).containsExactly("b");
  }

  // Nanoseconds of a machine begin anywhere and may wrap.
  @Test
  void silentSince_overAWrapOfTheClock_comparesByDifference() {
    send("a");
    account.heardOf("a", Long.MAX_VALUE - 1);
    assertThat(account.silentSince(Long.MIN_VALUE + 1)).containsExactly("a");
    assertThat(account.silentSince(Long.MAX_VALUE - 5)).isEmpty();
  }

  @Test
  void unacknowledged_isRepeatedInOrderUntilAcknowledged() {
    send("a", "b");
    report("a");
    report("b");
    assertThat(account.unacknowledged("o")).extracting(Event.Learnt::n)
        .containsExactly(1L, 2L, 3L,
            4L);
    account.acknowledged("o", 3);
    account.acknowledged("o", 1);
    assertThat(account.unacknowledged("o")).extracting(Event.Learnt::n).containsExactly(4L);
    account.acknowledged("o", 4);
    assertThat(account.unacknowledged("o")).isEmpty();
    assertThat(account.lastNumber("o")).isEqualTo(4);
  }

  @Test
  void unacknowledged_ofMany_isAtMost64AtATime() {
    for (int i = 0; i < 40; i++) {
      send("c" + i);
      report("c" + i);
    }
    assertThat(account.unacknowledged("o")).hasSize(64);
    account.acknowledged("o", 64);
    assertThat(account.unacknowledged("o")).hasSize(16);
  }

  @Test
  void owner_thatIsUnknown_hasNothing() {
    account.acknowledged("stranger", 7);
    assertThat(account.unacknowledged("stranger")).isEmpty();
    assertThat(account.lastNumber("stranger")).isZero();
    assertThat(account.owners()).isEmpty();
  }

  @Test
  void hasSeen_isTrueFromTheOfferOn() {
    assertThat(account.hasSeen("a")).isFalse();
    account.inbox().offered(offer("o", "a"));
    assertThat(account.hasSeen("a")).isTrue();
    account.inbox()
        .drain(9, _ -> {}, taken -> journal.addAll(write(account, draft -> draft.take(taken))));
    assertThat(account.hasSeen("a")).isTrue();
    assertThat(replayed().hasSeen("a")).isTrue();
  }

  @Test
  void refusal_isRememberedOverARecovery() {
    journal.addAll(write(account, draft -> draft.offer(offer("o", "a", -1))));
    assertThat(replayed().isRefused("a")).isTrue();
    assertThat(replayed().inDoubt(0)).isEmpty();
    assertThat(write(replayed(), draft -> draft.offer(offer("o", "a")))).isEmpty();
  }

  @Test
  void write_of64AtMost_takesNewsBeforeOffers() {
    send("a");
    for (int i = 0; i < 100; i++)
      account.inbox().offered(offer("o", "c" + i));
    for (int i = 0; i < 5; i++)
      account.inbox().reported(executed("a", "e" + i, 1));
    var events = write(account,
        draft -> account.inbox().drain(BrokerConnection.FOLD_MAX, draft::report, draft::take));
    assertThat(events).hasSize(64);
    assertThat(events.subList(0, 5)).hasOnlyElementsOfType(Event.Learnt.class);
    assertThat(events.subList(5, 64)).hasOnlyElementsOfType(Event.Sending.class);
  }

  private static Offer grouped(String cid) {
    return new Offer("o", new OrderIntent(1, cid, 1, Fixture.BTC, Side.BUY, 10,
        OrderTerms.limit(5).in("g"), false, 50, 1000));
  }

  private void send(String... cids) {
    for (var cid : cids)
      journal.addAll(write(account, draft -> draft.offer(offer("o", cid))));
  }

  private void report(String cid) {
    journal.addAll(write(account, draft -> {
      draft.report(news(accepted(cid)));
      draft.report(news(executed(cid, "e" + cid, 10)));
    }));
  }

  private void learn(OrderUpdate update) {
    journal.addAll(write(account, draft -> draft.report(new Inbox.News.Concluded(update))));
  }

  private Account replayed() {
    var replayed = new Account();
    journal.forEach(replayed::apply);
    return replayed;
  }
}
