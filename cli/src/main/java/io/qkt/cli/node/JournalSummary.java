package io.qkt.cli.node;

import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.persistence.H2Database;
import io.qkt.persistence.JournalReader;
import io.qkt.platform.broker.BrokerConnection;
import io.qkt.platform.strategy.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What the journal of a strategy says, read from the file while no daemon holds it;
 * {@code stateHash} is the one that the strategy itself wrote with its last step.
 */
public record JournalSummary(long journalSeq, long bars, long position, long orders, long fills,
    long stateHash, long sentTwice) {
  private static final int PAGE = 10_000;

  public static JournalSummary read(Path stateDir, String name) {
    try (var database = H2Database.open(stateDir)) {
      var reader = new JournalReader(database, JournalTable.types());
      var tally = new Tally();
      for (var event : all(reader, Strategy.persistenceId(name).id()))
        tally.take(event);
      for (var event : all(reader, "BrokerConnection|paper:sim"))
        tally.take(event);
      return tally.summary();
    }
  }

  private static List<Object> all(JournalReader reader, String persistenceId) {
    var events = new ArrayList<Object>();
    var page = reader.events(persistenceId, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(journaled -> events.add(journaled.event()));
      page = reader.events(persistenceId, page.getLast().seq(), PAGE);
    }
    return events;
  }

  private static final class Tally {
    private final HashSet<String> sent = new HashSet<>();
    private long seq;
    private long bars;
    private long position;
    private long orders;
    private long fills;
    private long stateHash;
    private long sentTwice;

    void take(Object event) {
      if (event instanceof Strategy.Event own) take(own);
      if (event instanceof BrokerConnection.Event.Sending sending
          && !sent.add(sending.order().cid() + '#' + sending.attempt())) {
        sentTwice++;
      }
    }

    private void take(Strategy.Event event) {
      seq++;
      switch (event) {
        case Strategy.Event.Loaded _,Strategy.Event.Recovered _ -> {
        }
        case Strategy.Event.Intended _ -> orders++;
        case Strategy.Event.BarConsumed bar -> {
          bars++;
          stateHash = bar.stateHash();
        }
        case Strategy.Event.OrderUpdated updated -> {
          if (updated.update() instanceof Filled fill) fill(fill);
          stateHash = updated.stateHash();
        }
        case Strategy.Event.Lapsed lapsed -> stateHash = lapsed.stateHash();
        case Strategy.Event.WatchFired fired -> stateHash = fired.stateHash();
        case Strategy.Event.Woken woken -> stateHash = woken.stateHash();
        case Strategy.Event.CancelIntended _,Strategy.Event.Refused _,Strategy.Event.Logged _ -> {
        }
      }
    }

    private void fill(Filled fill) {
      fills++;
      position += fill.side().signed(fill.quantity());
    }

    JournalSummary summary() {
      return new JournalSummary(seq, bars, position, orders, fills, stateHash, sentTwice);
    }
  }
}
