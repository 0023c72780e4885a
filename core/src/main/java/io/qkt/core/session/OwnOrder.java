package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.market.Instrument;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderLifecycle;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTrigger;
import io.qkt.core.order.OrderType;
import io.qkt.core.order.Side;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.function.IntFunction;

/** One of a session's own orders that can still change. */
final class OwnOrder {

  /** What an order is for. */
  enum Purpose {
    ENTRY, STOP, TARGET, CLOSE
  }

  final OrderIntent intent;
  final int instrument;
  final Purpose purpose;
  /** The trade whose entry or exit it is, 0 for none. */
  final long trade;
  final long leg;
  /** Whether it is executed as soon as it arrives, so that the working position counts it. */
  private boolean immediate;
  private OrderState state = OrderState.OFFERED;
  private long quantity;
  private long filled;

  OwnOrder(OrderIntent intent, int instrument, Purpose purpose, long trade, long leg,
      boolean immediate) {
    this.intent = intent;
    this.instrument = instrument;
    this.purpose = purpose;
    this.trade = trade;
    this.leg = leg;
    this.immediate = immediate;
    quantity = intent.quantity();
  }

  OrderState state() {
    return state;
  }

  long filled() {
    return filled;
  }

  long unfilled() {
    return Math.max(0, quantity - filled);
  }

  boolean isImmediate() {
    return immediate;
  }

  /** A bar has closed since its venue took it: what was not executed by then is waiting. */
  void rest() {
    boolean takesAnyPrice = intent.terms().type() == OrderType.MARKET;
    if (state == OrderState.WORKING && !takesAnyPrice) immediate = false;
  }

  /** What it will still change the position by if all of it is executed. */
  long pending() {
    return intent.side().signed(unfilled());
  }

  /** No more than this is ordered of what was intended. */
  void cap(long admitted) {
    quantity = Math.min(quantity, admitted);
  }

  /** Counts an execution; it is complete when all of it is there, in whatever order it came. */
  void executed(long quantity) {
    filled += quantity;
    move(unfilled() == 0 ? OrderTrigger.FILL_REST : OrderTrigger.FILL_PART);
  }

  void move(OrderTrigger trigger) {
    state = OrderLifecycle.next(state, trigger).orElse(state);
  }

  void write(StateWriter out) {
    out.add(intent.seq()).add(intent.rule()).add(instrument).add(intent.side().ordinal());
    out.add(intent.quantity());
    Draft.write(out, intent.terms());
    out.add(intent.reducing()).add(intent.decidedAt()).add(intent.validUntil());
    out.add(purpose.ordinal()).add(trade).add(leg).add(immediate);
    out.add(state.ordinal()).add(quantity).add(filled);
  }

  static OwnOrder read(StateReader in, Identity identity,
      IntFunction<Instrument> instruments) {
    long seq = in.word();
    int rule = in.count();
    int instrument = in.count();
    var intent = new OrderIntent(seq, identity.cid(seq), rule, instruments.apply(instrument),
        Side.values()[in.count()], in.word(), Draft.readTerms(in), in.flag(), in.word(),
        in.word());
    var order = new OwnOrder(intent, instrument, Purpose.values()[in.count()], in.word(),
        in.word(), in.flag());
    order.state = OrderState.values()[in.count()];
    order.quantity = in.word();
    order.filled = in.word();
    return order;
  }
}
