package io.qkt.core.session;

import io.qkt.core.draft.Drafting;
import io.qkt.core.draft.Instruments;
import io.qkt.core.draft.Undecidable;
import io.qkt.core.money.Exact;
import io.qkt.core.program.Plans;
import io.qkt.core.program.action.StackPlan;
import io.qkt.core.program.action.TierPlan;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.StateWriter;
import io.qkt.core.watch.Watch;
import java.util.List;
import java.util.TreeMap;

/** What is placed or watched once the entry of a trade has been executed: its layers and tiers. */
final class Followers {
  private final Desk desk;
  private final Plans plans;
  private final Instruments instruments;
  private final Drafting drafting;
  private final Trades.Owner owner;
  private final TreeMap<Long, Long> deadlines = new TreeMap<>();

  Followers(Desk desk, Plans plans, Instruments instruments, Drafting drafting,
      Trades.Owner owner) {
    this.desk = desk;
    this.plans = plans;
    this.instruments = instruments;
    this.drafting = drafting;
    this.owner = owner;
  }

  void begin(Trade trade, long now) {
    if (trade.draft.plan() == Plans.NONE) return;
    var plan = plans.order(trade.draft.plan());
    for (int i = 0; i < plan.tiers().size(); i++)
      arm(trade, plan.tiers().get(i), i, now);
    if (plan.stack() != null) lay(trade, plan.stack(), now);
  }

  private void arm(Trade trade, TierPlan tier, int place, long now) {
    long id = desk.nextId();
    trade.tiers.add(id);
    var watch = new Watch.Tier(id, instruments.get(trade.draft.instrument()), trade.side(),
        trade.entryPrice, tier.adverse(), Exact.ofDouble(tier.threshold()),
        Exact.ofDouble(tier.recover()), now + tier.withinMicros(), trade.entryPrice);
    desk.hold(new Held(watch, Held.Kind.TIER, trade.draft.rule(), null, trade.id, place,
        Long.MAX_VALUE));
  }

  private void lay(Trade seed, StackPlan stack, long now) {
    deadlines.put(seed.id, now + stack.withinMicros());
    var exits = seed.draft.exits();
    if (exits != null && stack.shared()) exits = exits.fixedAt(seed.side(), seed.entryPrice);
    for (var layer : stack.layers()) {
      try {
        var plan = plans.order(seed.draft.plan());
        owner.submit(drafting.layer(plan, layer, seed.draft, seed.entryPrice, exits), seed.id, now);
      } catch (Undecidable e) {
        desk.refuse(seed.draft.rule(), e.code(), e.getMessage());
      }
    }
  }

  void forget(long stack) {
    deadlines.remove(stack);
  }

  long nextDeadline() {
    return deadlines.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
  }

  List<Long> overdue(long now) {
    return deadlines.entrySet()
        .stream()
        .filter(due -> due.getValue() <= now)
        .map(due -> due.getKey())
        .toList();
  }

  void write(StateWriter out) {
    out.add(deadlines.size());
    deadlines.forEach((stack, at) -> out.add(stack.longValue()).add(at.longValue()));
  }

  void read(StateReader in) {
    for (int left = in.count(); left > 0; left--)
      deadlines.put(in.word(), in.word());
  }
}
