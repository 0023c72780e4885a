package io.qkt.platform.broker;

import static io.qkt.platform.broker.Fixture.accepted;
import static io.qkt.platform.broker.Fixture.executed;
import static io.qkt.platform.broker.Fixture.news;
import static io.qkt.platform.broker.Fixture.offer;
import static io.qkt.platform.broker.Fixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.venue.VenueReport;
import io.qkt.platform.broker.BrokerConnection.Cancel;
import io.qkt.platform.broker.BrokerConnection.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A venue's reports may come in any order, any number of times, and with a death between. */
final class ReportOrderPropertyTest {
  private static final int SEEDS = 10_000;
  private static final int QUANTITY = 10;

  @Test
  void reports_inAnyOrderAndRepeated_leadToOneEnd() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var history = history(cases);
      var end = run(cases, history);
      assertThat(end.order("a").state()).as("seed %d, %s", seed, history)
          .isEqualTo(history.end());
      assertThat(end.order("a").filled()).as("seed %d, %s", seed, history)
          .isEqualTo(history.filled());
    }
  }

  /** What the venue did, in its own order, and where that leads. */
  private record History(List<VenueReport> reports, boolean askedBack, int filled) {
    OrderState end() {
      return filled == QUANTITY ? OrderState.FILLED : OrderState.CANCELLED;
    }
  }

  private static History history(Cases cases) {
    var reports = new ArrayList<VenueReport>();
    reports.add(accepted("a"));
    int wanted = cases.oneIn(2) ? QUANTITY : cases.between(0, QUANTITY);
    int filled = 0;
    while (filled < wanted) {
      int part = cases.between(1, wanted - filled + 1);
      filled += part;
      reports.add(executed("a", "e" + filled, part));
    }
    boolean askedBack = filled < QUANTITY || cases.oneIn(3);
    if (filled < QUANTITY) reports.add(new VenueReport.Cancelled("a", CancelReason.ASKED));
    return new History(reports, askedBack, filled);
  }

  private static Account run(Cases cases, History history) {
    var asks = new ArrayList<Consumer<Draft>>();
    history.reports().forEach(report -> asks.add(draft -> draft.report(news(report))));
    for (int repeats = cases.between(0, 4); repeats > 0; repeats--)
      asks.add(asks.get(cases.between(0, asks.size())));
    if (history.askedBack()) asks.add(draft -> draft.cancel(new Cancel("o", "a")));
    cases.shuffle(asks);
    var journal = new ArrayList<Event>();
    var account = new Account();
    journal.addAll(write(account, draft -> draft.offer(offer("o", "a"))));
    for (int at = 0; at < asks.size();) {
      var together = asks.subList(at, at + cases.between(1, asks.size() - at + 1));
      journal.addAll(write(account, draft -> together.forEach(ask -> ask.accept(draft))));
      at += together.size();
      if (cases.oneIn(4)) account = replayed(journal);
    }
    assertToldOnce(journal, history);
    return account;
  }

  private static Account replayed(List<Event> journal) {
    var replayed = new Account();
    journal.forEach(replayed::apply);
    return replayed;
  }

  /** The owner is told of each execution once, in numbers without a gap. */
  private static void assertToldOnce(List<Event> journal, History history) {
    long n = 0;
    int told = 0;
    for (var event : journal) {
      if (!(event instanceof Event.Learnt learnt)) continue;
      assertThat(learnt.n()).isEqualTo(++n);
      if (learnt.update() instanceof Filled fill) told += (int) fill.quantity();
    }
    assertThat(told).isEqualTo(history.filled());
  }
}
