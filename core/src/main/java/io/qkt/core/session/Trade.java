package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry with all that hangs on it: its exits, what follows its fill, what is laid on top of it,
 * and what is done once it is closed.
 */
final class Trade {
  static final long NONE = 0;

  /** The exits of one execution of the entry; they exclude each other. */
  static final class Pair {
    final String group;
    final long quantity;
    long closed;
    long stopOrder;
    long stopWatch;
    long targetOrder;

    Pair(String group, long quantity) {
      this.group = group;
      this.quantity = quantity;
    }

    long left() {
      return quantity - closed;
    }

    private void write(StateWriter out) {
      out.add(group).add(quantity).add(closed).add(stopOrder).add(stopWatch).add(targetOrder);
    }

    private static Pair read(StateReader in) {
      var pair = new Pair(in.text(), in.word());
      pair.closed = in.word();
      pair.stopOrder = in.word();
      pair.stopWatch = in.word();
      pair.targetOrder = in.word();
      return pair;
    }
  }

  final long id;
  final Draft draft;
  final long leg;
  /** The trade on top of which it was laid, or itself if others were laid on it, or none. */
  final long stack;
  final List<Pair> pairs = new ArrayList<>();
  final List<Long> tiers = new ArrayList<>();
  /** The price of the first execution, at which everything that hangs on it is anchored. */
  long entryPrice;
  long filled;
  long closed;
  long pnl;
  boolean entryEnded;
  boolean ended;

  Trade(long id, Draft draft, long leg, long stack) {
    this.id = id;
    this.draft = draft;
    this.leg = leg;
    this.stack = stack;
  }

  Side side() {
    return draft.side();
  }

  boolean isClosed() {
    return entryEnded && closed >= filled;
  }

  void write(StateWriter out) {
    out.add(id);
    draft.write(out);
    out.add(leg).add(stack).add(entryPrice).add(filled).add(closed).add(pnl);
    out.add(entryEnded).add(ended).add(pairs.size());
    pairs.forEach(pair -> pair.write(out));
    out.add(tiers.size());
    tiers.forEach(out::add);
  }

  static Trade read(StateReader in) {
    var trade = new Trade(in.word(), Draft.read(in), in.word(), in.word());
    trade.entryPrice = in.word();
    trade.filled = in.word();
    trade.closed = in.word();
    trade.pnl = in.word();
    trade.entryEnded = in.flag();
    trade.ended = in.flag();
    for (int left = in.count(); left > 0; left--)
      trade.pairs.add(Pair.read(in));
    for (int left = in.count(); left > 0; left--)
      trade.tiers.add(in.word());
    return trade;
  }
}
