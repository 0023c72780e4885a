package io.qkt.core.portfolio;

import io.qkt.core.market.Instrument;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.money.Wide;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.order.Side;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.Leg;
import io.qkt.core.position.Outcome;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the children of a book hold together. It is counted from their fills, each child's legs
 * apart from those of the others, so that nothing nets here that does not net there.
 */
final class Holdings {
  private final List<Instrument> instruments;
  private final List<InstrumentSpec> specs;
  private final Ledger ledger;
  /** By child and instrument, signed. */
  private final long[][] held;
  private final long[] prices;
  private final TreeMap<String, OpenOrder> open = new TreeMap<>();

  Holdings(List<Instrument> instruments, Function<Instrument, InstrumentSpec> specsOf, int children,
      long startingBalance) {
    this.instruments = List.copyOf(instruments);
    specs = this.instruments.stream().map(specsOf).toList();
    ledger = new Ledger(specs, startingBalance);
    held = new long[children][specs.size()];
    prices = new long[specs.size()];
  }

  Ledger ledger() {
    return ledger;
  }

  int count() {
    return specs.size();
  }

  int placeOf(Instrument instrument) {
    return instruments.indexOf(instrument);
  }

  InstrumentSpec spec(int instrument) {
    return specs.get(instrument);
  }

  /** The last price that was seen of an instrument, 0 before the first. */
  long price(int instrument) {
    return prices[instrument];
  }

  void mark(int instrument, long price, long time) {
    prices[instrument] = price;
    ledger.mark(instrument, price, Exact.ONE, time);
  }

  void sent(int child, long leg, OrderIntent intent, long quantity) {
    open.put(intent.cid(),
        OpenOrder.of(child, placeOf(intent.instrument()), leg, intent, quantity));
  }

  /** An order will not be executed any further. */
  void ended(String cid) {
    open.remove(cid);
  }

  /** The number that the leg of a child's fill has among the legs of the book. */
  long legOf(int child, String cid) {
    var order = open.get(cid);
    long leg = order == null ? Leg.PRIMARY : order.leg;
    return leg * held.length + child + 1;
  }

  Outcome filled(int child, Filled fill) {
    int instrument = placeOf(fill.instrument());
    var outcome = ledger.fill(instrument, legOf(child, fill.cid()), fill.side(), fill.quantity(),
        fill.price(), fill.fee(), Exact.ONE, fill.time());
    held[child][instrument] = Wide.saturatedSum(held[child][instrument],
        fill.side().signed(fill.quantity()));
    var order = open.get(fill.cid());
    if (order != null) order.executed(fill.quantity());
    if (order != null && order.left() == 0) open.remove(fill.cid());
    return outcome;
  }

  /** What a child would make if all its legs were closed now. */
  long unrealized(int child) {
    long sum = 0;
    for (int i = 0; i < specs.size(); i++) {
      if (ledger.count(i) == 0) continue;
      for (var leg : ledger.legs(i)) {
        boolean isOfChild = (leg.id() - 1) % held.length == child;
        if (isOfChild) sum = Wide.saturatedSum(sum, ledger.unrealized(i, leg.id()));
      }
    }
    return sum;
  }

  int children() {
    return held.length;
  }

  long held(int child, int instrument) {
    return held[child][instrument];
  }

  /** What is held of an instrument and will be as soon as the orders on their way arrive. */
  long working(int instrument) {
    long sum = ledger.quantity(instrument);
    for (var order : open.values()) {
      boolean isImmediate = order.price == 0 && order.instrument == instrument;
      if (isImmediate) sum = Wide.saturatedSum(sum, order.side.signed(order.left()));
    }
    return sum;
  }

  /** What the entries of a child on one side will still add to what it holds. */
  long entering(int child, int instrument, Side side) {
    long sum = 0;
    for (var order : open.values()) {
      boolean adds = !order.reducing && order.child == child && order.side == side;
      if (adds && order.instrument == instrument) sum = Wide.saturatedSum(sum, order.left());
    }
    return sum;
  }

  /** How many entries can still be executed. */
  int entries(int instrument) {
    int count = 0;
    for (var order : open.values()) {
      if (!order.reducing && order.instrument == instrument) count++;
    }
    return count;
  }

  void write(StateWriter out) {
    ledger.write(out);
    for (var ofChild : held)
      for (long quantity : ofChild)
        out.add(quantity);
    for (long price : prices)
      out.add(price);
    out.add(open.size());
    open.forEach((cid, order) -> {
      out.add(cid);
      order.write(out);
    });
  }

  void read(StateReader in) {
    ledger.read(in);
    for (var ofChild : held)
      for (int i = 0; i < ofChild.length; i++)
        ofChild[i] = in.word();
    for (int i = 0; i < prices.length; i++)
      prices[i] = in.word();
    for (int left = in.count(); left > 0; left--)
      open.put(in.text(), OpenOrder.read(in));
  }
}
