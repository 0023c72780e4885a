package io.qkt.core.session;

import io.qkt.core.draft.Draft;
import io.qkt.core.draft.Drafting;
import io.qkt.core.draft.ExitTerms;
import io.qkt.core.draft.Instruments;
import io.qkt.core.draft.Reach;
import io.qkt.core.draft.StopTerms;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderTerms;
import io.qkt.core.order.Side;
import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.Plans;
import io.qkt.core.program.action.LatchPlan;
import io.qkt.core.program.action.LatchPlan.Entry;
import io.qkt.core.program.action.LatchPlan.Exit;
import io.qkt.core.program.action.Pricing;
import io.qkt.core.watch.Watch;
import io.qkt.core.watch.Watch.Confirm;
import java.util.List;

/** Lays the wires of latches, and makes orders of one that was touched. */
final class Latches {
  private final Desk desk;
  private final Instruments instruments;
  private final Drafting drafting;
  private final Plans plans;

  Latches(Desk desk, Instruments instruments, Drafting drafting, Plans plans) {
    this.desk = desk;
    this.instruments = instruments;
    this.drafting = drafting;
    this.plans = plans;
  }

  void arm(LatchPlan plan, int rule, long close, long now) {
    long around = plan.from() == null ? close
        : drafting.exact(plan.from(), "what the wires are laid around");
    long offset = drafting.exact(plan.offset(), "the offset of the wires");
    var watch = new Watch.Latch(desk.nextId(),
        instruments.get(instruments.ofStream(plan.stream())), Exact.plus(around, offset),
        Exact.minus(around, offset), confirm(plan.confirm()), now + plan.armMicros());
    desk.hold(new Held(watch, Held.Kind.LATCH, rule, null, Trade.NONE, plans.placeOf(plan),
        Long.MAX_VALUE));
  }

  private Confirm confirm(LatchPlan.Confirm plan) {
    return switch (plan) {
      case LatchPlan.Confirm.None _ -> new Confirm.None();
      case LatchPlan.Confirm.CloseBeyond _ -> new Confirm.CloseBeyond();
      case LatchPlan.Confirm.TimeInBreach(long micros) -> new Confirm.TimeInBreach(micros);
      case LatchPlan.Confirm.RetestHold(var distance, long within) -> new Confirm.RetestHold(
          drafting.exact(distance, "the distance of the retest"), within);
    };
  }

  /** The orders of a latch whose upper or lower wire was touched. */
  List<Draft> drafts(Held latch, boolean up, long wire, long now) {
    var plan = plans.latch(latch.place());
    return plan.entries()
        .stream()
        .map(entry -> draft(entry, latch.rule(), up, anchor(plan, entry, wire), now))
        .toList();
  }

  /** An entry on another stream has that one's own price for its anchor. */
  private long anchor(LatchPlan plan, Entry entry, long wire) {
    boolean same = instruments.ofStream(plan.stream()) == instruments.ofStream(entry.stream());
    return same ? wire : drafting.close(entry.stream());
  }

  private Draft draft(Entry entry, int rule, boolean up, long anchor, long now) {
    var terms = terms(entry, anchor, up, now);
    var exits = exits(entry, anchor, up);
    long at = terms.price() == 0 ? anchor : terms.price();
    long quantity = drafting.quantity(entry.sizing(), entry.stream(), at,
        exits == null ? 0 : exits.stopDistance(at));
    return new Draft(Plans.NONE, rule, instruments.ofStream(entry.stream()),
        up ? Side.BUY : Side.SELL, quantity, terms, null, exits, false, false, List.of());
  }

  private OrderTerms terms(Entry entry, long anchor, boolean up, long now) {
    if (!(entry.pricing() instanceof Pricing.FromAnchor anchored)) return OrderTerms.MARKET;
    var terms = drafting.fromAnchor(anchored, anchor, up == anchored.with());
    return entry.expireMicros() == 0 ? terms
        : terms.lasting(TimeInForce.GTD, now + entry.expireMicros());
  }

  private ExitTerms exits(Entry entry, long anchor, boolean up) {
    if (entry.stop() == null && entry.target() == null) return null;
    var stop = entry.stop() == null ? null
        : new StopTerms(at(entry.stop(), anchor, up), StopTerms.Manner.FIXED);
    return new ExitTerms(stop, entry.target() == null ? null : at(entry.target(), anchor, up));
  }

  private Reach at(Exit exit, long anchor, boolean up) {
    long distance = drafting.exact(exit.distance(), "the distance of an exit");
    long price = up == exit.with() ? Exact.plus(anchor, distance) : Exact.minus(anchor, distance);
    return new Reach(Reach.Kind.AT, price);
  }
}
