package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.draft.Drafting;
import io.qkt.core.draft.Instruments;
import io.qkt.core.order.CancelReason;
import io.qkt.core.order.OrderState;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.position.Ledger;
import io.qkt.core.position.Outcome;
import io.qkt.core.program.Plans;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.program.action.Hooks;
import io.qkt.core.session.OwnOrder.Purpose;
import io.qkt.core.session.Trade.Pair;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import java.util.List;
import java.util.TreeMap;

/**
 * Every entry that something hangs on. An execution of an entry gets its own pair of exits at once,
 * counted from its own price, so that nothing that is held is ever without its stop; what closes a
 * position takes back what is left of its exits, so that none of them can open a reverse one.
 */
final class Trades {

  /** How a trade was closed. */
  enum Reason {
    STOP, TARGET, CLOSE
  }

  /** What a trade asks of its session. */
  interface Owner {
    /** Orders what follows from a fill, if the limits let it. */
    void submit(Draft draft, long stack, long now);

    /** Does what a hook says, with the exit of the trade before it. */
    void closed(Trade trade, Reason reason, Filled exit, long now);
  }

  private final Desk desk;
  private final Ledger ledger;
  private final Plans plans;
  private final Instruments instruments;
  private final Owner owner;
  private final Followers followers;
  private final TreeMap<Long, Trade> trades = new TreeMap<>();

  Trades(Desk desk, Ledger ledger, Plans plans, Instruments instruments, Drafting drafting,
      Owner owner) {
    this.desk = desk;
    this.ledger = ledger;
    this.plans = plans;
    this.instruments = instruments;
    this.owner = owner;
    followers = new Followers(desk, plans, instruments, drafting, owner);
  }

  /** The number of the trade that an order will be the entry of, or none if nothing hangs on it. */
  long begin(Draft draft, long stack) {
    if (!hasFollowers(draft) && stack == Trade.NONE) return Trade.NONE;
    long id = desk.nextId();
    boolean isSeed = draft.plan() != Plans.NONE && plans.order(draft.plan()).stack() != null;
    long leg = draft.ownLeg() ? id : 0;
    trades.put(id, new Trade(id, draft, leg, isSeed ? id : stack));
    return id;
  }

  private boolean hasFollowers(Draft draft) {
    if (draft.exits() != null || draft.ownLeg() || !draft.children().isEmpty()) return true;
    if (draft.plan() == Plans.NONE) return false;
    var plan = plans.order(draft.plan());
    return plan.stack() != null || !plan.tiers().isEmpty() || plan.hooks() != Hooks.NONE;
  }

  Trade get(long id) {
    return trades.get(id);
  }

  void executed(OwnOrder order, Filled fill, Outcome outcome, long now) {
    var trade = trades.get(order.trade);
    if (trade != null && order.purpose == Purpose.ENTRY) entered(trade, fill, outcome, now);
    if (trade != null && order.purpose != Purpose.ENTRY) exited(trade, order, fill, outcome, now);
    boolean byEntry = order.purpose == Purpose.ENTRY;
    if (byEntry) exclude(order.intent.terms().group());
    if (outcome.closed()) closeLeg(order, fill, outcome, now);
    else if (outcome.closedQuantity() > 0 && (byEntry || trade == null)) trim(order, fill, now);
  }

  /** The venue cannot cancel what we hold ourselves of orders that exclude each other. */
  private void exclude(String group) {
    if (group.equals(OrderTerms.ALONE)) return;
    for (var what : desk.held()) {
      boolean sibling = what.kind() == Held.Kind.ENTRY
          && what.draft().terms().group().equals(group);
      if (sibling) desk.disarm(what.watch().id());
    }
  }

  private void entered(Trade trade, Filled fill, Outcome outcome, long now) {
    long opened = outcome.openedQuantity();
    if (opened == 0) return;
    boolean first = trade.filled == 0;
    if (first) trade.entryPrice = fill.price();
    trade.filled += opened;
    if (trade.draft.exits() != null) protect(trade, opened, fill.price(), now);
    if (first) followers.begin(trade, now);
  }

  private void protect(Trade trade, long quantity, long entry, long now) {
    var pair = new Pair(group(trade), quantity);
    trade.pairs.add(pair);
    var exits = trade.draft.exits();
    if (exits.target() != null) {
      long price = exits.target().above(trade.side(), entry, exits.stopDistance(entry));
      pair.targetOrder = exit(trade, pair, Purpose.TARGET, OrderTerms.limit(price), now);
    }
    if (exits.stop() == null) return;
    if (exits.stop().isHeld()) holdStop(trade, pair, entry, now);
    else
      pair.stopOrder = exit(trade, pair, Purpose.STOP,
          OrderTerms.stop(exits.stop().reach().below(trade.side(), entry)), now);
  }

  /** Two orders and no more may share a group: those of one pair. */
  private String group(Trade trade) {
    return "x" + desk.groupCid(trade.id, trade.pairs.size());
  }

  private void holdStop(Trade trade, Pair pair, long entry, long now) {
    pair.stopWatch = desk.nextId();
    var watch = trade.draft.exits()
        .stop()
        .watch(pair.stopWatch, instruments.get(trade.draft.instrument()), trade.side(), entry, now);
    desk.hold(new Held(watch, Held.Kind.STOP, trade.draft.rule(), null, trade.id,
        trade.pairs.indexOf(pair), Long.MAX_VALUE));
  }

  private long exit(Trade trade, Pair pair, Purpose purpose, OrderTerms terms, long now) {
    var draft = new Draft(Plans.NONE, trade.draft.rule(), trade.draft.instrument(),
        trade.side().opposite(), pair.left(), terms.in(pair.group), null, null, false, true,
        List.of());
    return desk.place(draft, purpose, trade.id, trade.leg, false, now).intent.seq();
  }

  /** The watch of a held stop has fired: from here on it is an order like any other. */
  void stopTouched(Held stop, long level, long now) {
    var trade = trades.get(stop.trade());
    if (trade == null) return;
    var pair = trade.pairs.get(stop.place());
    pair.stopWatch = 0;
    if (pair.left() > 0) {
      pair.stopOrder = exit(trade, pair, Purpose.STOP, OrderTerms.due(level), now);
    }
  }

  private void exited(Trade trade, OwnOrder order, Filled fill, Outcome outcome, long now) {
    var pair = pairOf(trade, order.intent.seq());
    pair.closed += fill.quantity();
    trade.closed += fill.quantity();
    trade.pnl += outcome.closedPnl();
    if (pair.left() <= 0) release(pair, now);
    if (!trade.isClosed()) return;
    end(trade, order.purpose == Purpose.STOP ? Reason.STOP : Reason.TARGET, fill, now);
  }

  private static Pair pairOf(Trade trade, long seq) {
    return trade.pairs.stream()
        .filter(pair -> pair.stopOrder == seq || pair.targetOrder == seq)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("an exit must have its pair: " + seq));
  }

  /** Everything on the leg is closed: what still protects it would open a reverse position. */
  private void closeLeg(OwnOrder by, Filled fill, Outcome outcome, long now) {
    for (var trade : List.copyOf(trades.values())) {
      boolean onLeg = trade.draft.instrument() == by.instrument && trade.leg == by.leg;
      boolean opening = by.purpose == Purpose.ENTRY && trade.id == by.trade;
      if (!onLeg || opening || trade.filled == 0 || trade.ended) continue;
      trade.closed = trade.filled;
      trade.pnl += outcome.closedPnl();
      trade.pairs.forEach(pair -> pair.closed = pair.quantity);
      trade.pairs.forEach(pair -> release(pair, now));
      if (trade.isClosed()) end(trade, Reason.CLOSE, fill, now);
    }
  }

  /** A leg was made smaller by something else: its exits must not close more than is left. */
  private void trim(OwnOrder by, Filled fill, long now) {
    long held = Math.abs(ledger.quantity(by.instrument, by.leg));
    for (var trade : List.copyOf(trades.descendingMap().values())) {
      if (trade.draft.instrument() != by.instrument || trade.leg != by.leg) continue;
      for (var pair : List.copyOf(trade.pairs)) {
        long excess = protectedQuantity(by) - held;
        if (excess > 0 && pair.left() > 0) shrink(trade, pair, Math.min(excess, pair.left()), now);
      }
      if (trade.filled > 0 && trade.isClosed()) end(trade, Reason.CLOSE, fill, now);
    }
  }

  private long protectedQuantity(OwnOrder by) {
    long sum = 0;
    for (var trade : trades.values()) {
      if (trade.draft.instrument() != by.instrument || trade.leg != by.leg) continue;
      for (var pair : trade.pairs)
        sum += pair.left();
    }
    return sum;
  }

  private void shrink(Trade trade, Pair pair, long by, long now) {
    long rest = pair.left() - by;
    release(pair, now);
    pair.closed = pair.quantity;
    trade.closed += by;
    if (rest > 0) protect(trade, rest, trade.entryPrice, now);
  }

  private void release(Pair pair, long now) {
    if (pair.stopOrder != 0) desk.cancel(pair.stopOrder, now);
    if (pair.targetOrder != 0) desk.cancel(pair.targetOrder, now);
    if (pair.stopWatch != 0) desk.disarm(pair.stopWatch);
    pair.stopWatch = 0;
  }

  /** An order will not be executed any further. */
  void ended(OwnOrder order, CancelReason why, long now) {
    var trade = trades.get(order.trade);
    if (trade == null) return;
    if (order.purpose == Purpose.ENTRY) entryEnded(trade, now);
    else
      exitEnded(trade, order, why, now);
  }

  private void entryEnded(Trade trade, long now) {
    trade.entryEnded = true;
    if (trade.filled == 0) {
      trades.remove(trade.id);
      return;
    }
    for (var child : trade.draft.children())
      owner.submit(child, Trade.NONE, now);
    if (trade.isClosed()) end(trade, Reason.CLOSE, null, now);
  }

  private void exitEnded(Trade trade, OwnOrder order, CancelReason why, long now) {
    boolean isStop = order.purpose == Purpose.STOP;
    var pair = pairOf(trade, order.intent.seq());
    if (order.unfilled() == 0 || pair.left() <= 0) return;
    if (why == CancelReason.GROUP) restore(trade, pair, isStop, order, now);
    else if (why != CancelReason.ASKED) {
      desk.log(trade.draft.rule(), Level.ERROR, "%s of %s ended as %s: its position is without it"
          .formatted(order.purpose, order.intent.instrument(), order.state()));
    }
  }

  /** Its sibling was executed in part: what is left is protected again. */
  private void restore(Trade trade, Pair pair, boolean isStop, OwnOrder order, long now) {
    var sibling = desk.order(isStop ? pair.targetOrder : pair.stopOrder);
    boolean lives = sibling != null && sibling.unfilled() > 0
        && sibling.state() != OrderState.CANCELLING;
    if (!lives) return;
    desk.cancel(sibling.intent.seq(), now);
    long rest = pair.left();
    pair.closed = pair.quantity;
    protect(trade, rest, trade.entryPrice, now);
  }

  private void end(Trade trade, Reason reason, Filled exit, long now) {
    if (trade.ended) return;
    trade.ended = true;
    trades.remove(trade.id);
    trade.pairs.forEach(pair -> release(pair, now));
    trade.tiers.forEach(desk::disarm);
    if (trade.stack != Trade.NONE && !isStackHeld(trade.stack)) takeBack(trade.stack, now);
    owner.closed(trade, reason, exit, now);
  }

  private boolean isStackHeld(long stack) {
    return trades.values().stream().anyMatch(t -> t.stack == stack && t.filled > t.closed);
  }

  /** Asks back every layer of a stack that was not executed. */
  void takeBack(long stack, long now) {
    for (var order : desk.open()) {
      var trade = trades.get(order.trade);
      boolean waits = trade != null && trade.stack == stack && trade.filled == 0;
      if (waits && order.purpose == Purpose.ENTRY) desk.cancel(order.intent.seq(), now);
    }
    followers.forget(stack);
  }

  /** When the next stack grows too old, {@link Long#MAX_VALUE} for never. */
  long nextDeadline() {
    return followers.nextDeadline();
  }

  void beat(long now) {
    followers.overdue(now).forEach(stack -> takeBack(stack, now));
  }

  void write(StateWriter out) {
    out.add(trades.size());
    trades.values().forEach(trade -> trade.write(out));
    followers.write(out);
  }

  void read(StateReader in) {
    for (int left = in.count(); left > 0; left--) {
      var trade = Trade.read(in);
      trades.put(trade.id, trade);
    }
    followers.read(in);
  }
}
