package io.qkt.platform.broker;

import static io.qkt.platform.broker.Fixture.accepted;
import static io.qkt.platform.broker.Fixture.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.OrderUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InboxTest {
  private final Inbox inbox = new Inbox();
  private final List<Object> taken = new ArrayList<>();

  @Test
  void add_toAnEmptyInbox_asksForAFlushOnce() {
    assertThat(inbox.offered(offer("o", "a"))).isTrue();
    assertThat(inbox.offered(offer("o", "b"))).isFalse();
    assertThat(inbox.reported(accepted("a"))).isFalse();
    assertThat(inbox.lostTrackOf("a")).isFalse();

    drain(9);
    assertThat(inbox.provedAbsent("a")).isTrue();
  }

  @Test
  void drain_takesNewsFirstAndOffersLast() {
    inbox.offered(offer("o", "a"));
    inbox.reported(accepted("x"));
    inbox.lostTrackOf("y");
    inbox.provedAbsent("z");
    assertThat(drain(9)).isFalse();
    assertThat(taken).containsExactly(Fixture.news(accepted("x")),
        new Inbox.News.Concluded(new OrderUpdate.OutcomeUnknown("y", "no answer in time")),
        new Inbox.News.Concluded(
            new OrderUpdate.ProvedAbsent("z", "the venue does not have it")),
        offer("o", "a"));
  }

  @Test
  void drain_ofMoreThanItMayTake_takesThatManyAndSaysThatMoreIsLeft() {
    for (int i = 0; i < 3; i++)
      inbox.offered(offer("o", "offer" + i));
    for (int i = 0; i < 3; i++)
      inbox.reported(accepted("news" + i));
    assertThat(drain(4)).isTrue();
    assertThat(taken).hasSize(4).last().isEqualTo(offer("o", "offer0"));
    assertThat(drain(2)).isFalse();
    assertThat(taken).hasSize(6).last().isEqualTo(offer("o", "offer2"));
  }

  @Test
  void drain_ofAsManyNewsAsItMayTake_leavesTheOffers() {
    inbox.offered(offer("o", "a"));
    inbox.reported(accepted("x"));
    assertThat(drain(1)).isTrue();
    assertThat(taken).containsExactly(Fixture.news(accepted("x")));
    assertThat(inbox.holdsOfferOf("a")).isTrue();
  }

  @Test
  void offer_thatWaitsAlready_isNotTakenTwice() {
    inbox.offered(offer("o", "a"));
    assertThat(inbox.offered(offer("o", "a"))).isFalse();
    drain(9);
    assertThat(taken).hasSize(1);
    assertThat(inbox.holdsOfferOf("a")).isFalse();
  }

  private boolean drain(int max) {
    return inbox.drain(max, taken::add, taken::add);
  }
}
