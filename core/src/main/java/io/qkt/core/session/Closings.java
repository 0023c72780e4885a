package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.position.Ledger;
import io.qkt.core.session.OwnOrder.Purpose;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Positions that are to be closed. What is pending on the instrument is asked back first, and only
 * when all of that has ended is the rest closed: so an exit that overtakes its cancel is not sold a
 * second time.
 */
final class Closings {

  /** One of them; what it has to close changes with the executions of the orders it waits for. */
  private record Closing(int rule, int instrument, TreeSet<Long> waiting,
      TreeMap<Long, Long> quantities) {}

  private final Desk desk;
  private final Ledger ledger;
  private final List<Closing> open = new ArrayList<>();

  Closings(Desk desk, Ledger ledger) {
    this.desk = desk;
    this.ledger = ledger;
  }

  void close(int rule, int instrument, long now) {
    var closing = new Closing(rule, instrument, new TreeSet<>(), new TreeMap<>());
    for (var order : desk.open()) {
      if (order.instrument != instrument || isCounted(order.intent.seq())) continue;
      closing.waiting.add(order.intent.seq());
      desk.cancel(order.intent.seq(), now);
    }
    ledger.legs(instrument).forEach(leg -> closing.quantities.put(leg.id(), leg.quantity()));
    for (var earlier : open)
      earlier.quantities.forEach((leg, q) -> subtract(closing, earlier.instrument, leg, q));
    open.add(closing);
    settle(closing, now);
  }

  private static void subtract(Closing closing, int instrument, long leg, long quantity) {
    if (instrument == closing.instrument) closing.quantities.merge(leg, -quantity, Long::sum);
  }

  private boolean isCounted(long seq) {
    var order = desk.order(seq);
    return order.purpose == Purpose.CLOSE
        || open.stream().anyMatch(closing -> closing.waiting.contains(seq));
  }

  /** An order was executed: if its end is waited for, so much more or less is to be closed. */
  void executed(OwnOrder order, long quantity) {
    for (var closing : open) {
      if (closing.waiting.contains(order.intent.seq())) {
        closing.quantities.merge(order.leg, order.intent.side().signed(quantity), Long::sum);
      }
    }
  }

  void ended(OwnOrder order, long now) {
    for (var closing : List.copyOf(open)) {
      if (closing.waiting.remove(order.intent.seq())) settle(closing, now);
    }
  }

  private void settle(Closing closing, long now) {
    if (!closing.waiting.isEmpty()) return;
    open.remove(closing);
    closing.quantities.forEach((leg, quantity) -> {
      if (quantity != 0) place(closing, leg, quantity, now);
    });
  }

  private void place(Closing closing, long leg, long quantity, long now) {
    var side = quantity > 0 ? Side.SELL : Side.BUY;
    var draft = new Draft(-1, closing.rule, closing.instrument, side, Math.abs(quantity),
        OrderTerms.MARKET, null, null, false, true, List.of());
    desk.place(draft, Purpose.CLOSE, Trade.NONE, leg, true, now);
  }

  /** What is to be closed of an instrument and has no order yet, and what is waited for. */
  long pending(int instrument) {
    long sum = 0;
    for (var closing : open) {
      if (closing.instrument != instrument) continue;
      for (long quantity : closing.quantities.values())
        sum -= quantity;
      for (long seq : closing.waiting)
        sum -= immediate(desk.order(seq));
    }
    return sum;
  }

  private static long immediate(OwnOrder order) {
    return order.isImmediate() ? order.pending() : 0;
  }

  void write(StateWriter out) {
    out.add(open.size());
    for (var closing : open) {
      out.add(closing.rule).add(closing.instrument).add(closing.waiting.size());
      closing.waiting.forEach(out::add);
      out.add(closing.quantities.size());
      closing.quantities.forEach((leg, quantity) -> out.add(leg.longValue())
          .add(
              quantity.longValue()));
    }
  }

  void read(StateReader in) {
    for (int left = in.count(); left > 0; left--) {
      var closing = new Closing(in.count(), in.count(), new TreeSet<>(), new TreeMap<>());
      for (int more = in.count(); more > 0; more--)
        closing.waiting.add(in.word());
      for (int more = in.count(); more > 0; more--)
        closing.quantities.put(in.word(), in.word());
      open.add(closing);
    }
  }
}
