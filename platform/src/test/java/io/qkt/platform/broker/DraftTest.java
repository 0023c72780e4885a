package io.qkt.platform.broker;

import static io.qkt.platform.broker.Fixture.BTC;
import static io.qkt.platform.broker.Fixture.NOW;
import static io.qkt.platform.broker.Fixture.accepted;
import static io.qkt.platform.broker.Fixture.cancelled;
import static io.qkt.platform.broker.Fixture.executed;
import static io.qkt.platform.broker.Fixture.exit;
import static io.qkt.platform.broker.Fixture.news;
import static io.qkt.platform.broker.Fixture.offer;
import static io.qkt.platform.broker.Fixture.rejected;
import static io.qkt.platform.broker.Fixture.write;
import static io.qkt.platform.broker.Fixture.writeAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.risk.AdmissionGate;
import io.qkt.core.venue.VenueOrder;
import io.qkt.platform.broker.BrokerConnection.Cancel;
import io.qkt.platform.broker.BrokerConnection.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DraftTest {
  private final Account account = new Account();

  @Test
  void offer_withinAllLimits_isASendingOnFeedTime() {
    assertThat(write(account, draft -> draft.offer(offer("o", "a")))).containsExactly(
        new Event.Sending("o", new VenueOrder("a", BTC, Side.BUY, 10, OrderTerms.MARKET, false,
            100, 150),
            1));
  }

  @Test
  void offer_repeated_sendsNothing() {
    assertThat(write(account, draft -> {
      draft.offer(offer("o", "a"));
      draft.offer(offer("o", "a"));
    })).hasSize(1);
    assertThat(write(account, draft -> draft.offer(offer("o", "a")))).isEmpty();
  }

  @Test
  void offer_thatGrewTooOld_isRefused() {
    assertThat(writeAt(1000, account, draft -> draft.offer(offer("o", "a")))).containsExactly(
        new Event.Learnt("o", 1, new OrderUpdate.Refused("a", "EXPIRED"), 1000));
  }

  @Test
  void offer_ofARefusedId_isNeverSentLater() {
    var tooMuch = offer("o", "a", Long.MAX_VALUE);
    assertThat(write(account, draft -> {
      draft.offer(tooMuch);
      draft.offer(offer("o", "a"));
    })).containsExactly(learnt("o", 1, new OrderUpdate.Refused("a", "MAX_ORDER_QTY")));
    assertThat(write(account, draft -> draft.offer(offer("o", "a")))).isEmpty();
    assertThat(account.hasSeen("a")).isTrue();
  }

  @Test
  void report_ofAnUnknownOrder_isNoEvent() {
    assertThat(write(account, draft -> draft.report(news(accepted("a"))))).isEmpty();
  }

  @Test
  void execution_seenBefore_countsOnce() {
    send("a");
    assertThat(write(account, draft -> {
      draft.report(news(executed("a", "e1", 4)));
      draft.report(news(executed("a", "e1", 4)));
    })).containsExactly(learnt("o", 1, filled("a", "e1", 4, false)));
    assertThat(write(account, draft -> draft.report(news(executed("a", "e1", 4))))).isEmpty();
    assertThat(account.order("a").filled()).isEqualTo(4);
  }

  @Test
  void executions_inOneWrite_completeTheOrderTogether() {
    send("a");
    assertThat(write(account, draft -> {
      draft.report(news(executed("a", "e1", 4)));
      draft.report(news(executed("a", "e2", 6)));
    })).containsExactly(learnt("o", 1, filled("a", "e1", 4, false)),
        learnt("o", 2, filled("a", "e2", 6, true)));
    assertThat(account.order("a").state()).isEqualTo(OrderState.FILLED);
  }

  @Test
  void executions_inTwoWrites_completeTheOrderTogether() {
    send("a");
    write(account, draft -> draft.report(news(executed("a", "e1", 4))));
    assertThat(write(account, draft -> draft.report(news(executed("a", "e2", 6)))))
        .containsExactly(learnt("o", 2, filled("a", "e2", 6, true)));
  }

  @Test
  void fill_beforeTheAcceptance_counts_andTheAcceptanceChangesNothing() {
    send("a");
    assertThat(write(account, draft -> {
      draft.report(news(executed("a", "e1", 10)));
      draft.report(news(accepted("a")));
    })).containsExactly(learnt("o", 1, filled("a", "e1", 10, true)));
    assertThat(write(account, draft -> draft.report(news(accepted("a"))))).isEmpty();
    assertThat(account.order("a").state()).isEqualTo(OrderState.FILLED);
  }

  @Test
  void fill_ofAnOrderThoughtAbsent_counts() {
    send("a");
    write(account, draft -> draft.report(concluded(new OrderUpdate.ProvedAbsent("a", "none"))));
    assertThat(write(account, draft -> draft.report(news(executed("a", "e1", 10)))))
        .containsExactly(learnt("o", 2, filled("a", "e1", 10, true)));
    assertThat(account.order("a").filled()).isEqualTo(10);
  }

  @Test
  void rejection_ofAWorkingOrder_changesNothing() {
    send("a");
    write(account, draft -> draft.report(news(accepted("a"))));
    assertThat(write(account, draft -> draft.report(news(rejected("a"))))).isEmpty();
  }

  @Test
  void lostTrack_ofAnAnsweredOrder_changesNothing() {
    send("a");
    var lost = concluded(new OrderUpdate.OutcomeUnknown("a", "late"));
    assertThat(write(account, draft -> {
      draft.report(news(accepted("a")));
      draft.report(lost);
    })).hasSize(1);
    assertThat(write(account, draft -> draft.report(lost))).isEmpty();
  }

  @Test
  void cancel_ofAWorkingOrder_isStoredOnceAndEndsWithTheVenuesWord() {
    send("a");
    write(account, draft -> draft.report(news(accepted("a"))));
    assertThat(write(account, draft -> {
      draft.cancel(new Cancel("o", "a"));
      draft.cancel(new Cancel("o", "a"));
    })).containsExactly(new Event.Cancelling("o", "a", NOW));
    assertThat(write(account, draft -> draft.cancel(new Cancel("o", "a")))).isEmpty();
    assertThat(account.order("a").state()).isEqualTo(OrderState.CANCELLING);
    assertThat(account.cancelsUnanswered(0)).containsExactly("a");
    write(account, draft -> draft.report(news(cancelled("a"))));
    assertThat(account.order("a").state()).isEqualTo(OrderState.CANCELLED);
    assertThat(account.cancelsUnanswered(0)).isEmpty();
  }

  @Test
  void cancel_thatAFillOvertook_leavesTheOrderFilled() {
    send("a");
    write(account, draft -> draft.cancel(new Cancel("o", "a")));
    write(account, draft -> draft.report(news(executed("a", "e1", 10))));
    assertThat(account.order("a").state()).isEqualTo(OrderState.FILLED);
    assertThat(write(account, draft -> draft.report(news(cancelled("a"))))).isEmpty();
  }

  @Test
  void cancel_ofAnotherOwnersOrder_doesNothing() {
    send("a");
    assertThat(write(account, draft -> draft.cancel(new Cancel("p", "a")))).isEmpty();
  }

  @Test
  void cancel_ofAnOrderThatNeverCame_barsItForEver() {
    var never = learnt("o", 1, new OrderUpdate.Cancelled("a", CancelReason.NEVER_SENT));
    assertThat(write(account, draft -> {
      draft.cancel(new Cancel("o", "a"));
      draft.offer(offer("o", "a"));
    })).containsExactly(never);
    assertThat(write(account, draft -> draft.cancel(new Cancel("o", "a")))).isEmpty();
    assertThat(write(account, draft -> draft.offer(offer("o", "a")))).isEmpty();
    assertThat(account.hasSeen("a")).isTrue();
  }

  @Test
  void absence_ofWhatProtectsAPosition_sendsItAnewUnderTheSameId() {
    write(account, draft -> draft.offer(exit("o", "a")));
    var absent = concluded(new OrderUpdate.ProvedAbsent("a", "none"));
    assertThat(writeAt(700, account, draft -> draft.report(absent))).containsExactly(
        new Event.Sending("o", new VenueOrder("a", BTC, Side.SELL, 10, Fixture.STOP, true,
            700, 750), 2));
    write(account, draft -> draft.report(news(accepted("a"))));
    assertThat(write(account, draft -> draft.report(absent))).isEmpty();
  }

  @Test
  void absence_ofAnOrderThatWasAskedBack_isTheCancelThatItsOwnerWanted() {
    write(account, draft -> draft.offer(exit("o", "a")));
    write(account, draft -> draft.cancel(new Cancel("o", "a")));
    assertThat(write(account, draft -> draft.report(
        concluded(new OrderUpdate.ProvedAbsent("a", "none"))))).containsExactly(
            learnt("o", 1, new OrderUpdate.Cancelled("a", CancelReason.NEVER_SENT)));
  }

  @Test
  void absence_ofAnEntry_isItsEnd() {
    send("a");
    write(account, draft -> draft.report(concluded(new OrderUpdate.ProvedAbsent("a", "none"))));
    assertThat(account.order("a").state()).isEqualTo(OrderState.ABSENT);
  }

  @Test
  void numbers_areDenseForEachOwner() {
    write(account, draft -> List.of("a", "b", "c")
        .forEach(
            cid -> draft.offer(offer(cid.equals("b") ? "p" : "o", cid))));
    var first = write(account, draft -> List.of("a", "b", "c")
        .forEach(cid -> draft.report(news(accepted(cid)))));
    var second = write(account, draft -> List.of("c", "b", "a")
        .forEach(cid -> draft.report(news(executed(cid, "e" + cid, 10)))));
    assertThat(numbers("o", first)).containsExactly(1L, 2L);
    assertThat(numbers("o", second)).containsExactly(3L, 4L);
    assertThat(numbers("p", first)).containsExactly(1L);
    assertThat(numbers("p", second)).containsExactly(2L);
  }

  @Test
  void draft_thatIsNotStored_movesNothing() {
    var draft = new Draft(account, AdmissionGate.DEFAULT, NOW, 50);
    draft.offer(offer("o", "a"));
    draft.report(news(executed("a", "e1", 10)));
    assertThat(draft.events()).hasSize(2);
    assertThat(account.hasSeen("a")).isFalse();
    assertThat(account.knowsExecution("e1")).isFalse();
    assertThat(account.lastNumber("o")).isZero();
  }

  private void send(String cid) {
    write(account, draft -> draft.offer(offer("o", cid)));
  }

  private static Inbox.News concluded(OrderUpdate update) {
    return new Inbox.News.Concluded(update);
  }

  private static Event.Learnt learnt(String owner, long n, OrderUpdate update) {
    return new Event.Learnt(owner, n, update, NOW);
  }

  private static Filled filled(String cid, String execId, long quantity, boolean complete) {
    return new Filled(cid, execId, BTC, Side.BUY, quantity, 7, 0, 90, complete);
  }

  private static List<Long> numbers(String owner, List<Event> events) {
    return events.stream()
        .map(Event.Learnt.class::cast)
        .filter(learnt -> learnt.owner().equals(owner))
        .map(Event.Learnt::n)
        .toList();
  }
}
