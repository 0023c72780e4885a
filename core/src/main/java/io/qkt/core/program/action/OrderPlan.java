package io.qkt.core.program.action;

import io.qkt.core.order.Side;
import java.util.List;

/**
 * An order as a rule describes it, with all that hangs on it.
 *
 * @param exits what closes it, or null
 * @param stack what is laid on top of it, or null
 * @param ownLeg whether it opens a position of its own beside the one that nets
 */
public record OrderPlan(int stream, Side side, Sizing sizing, Pricing pricing, Lasting lasting,
    Exits exits, StackPlan stack, List<TierPlan> tiers, List<OrderPlan> onFill, Hooks hooks,
    boolean ownLeg) {

  public static OrderPlan market(int stream, Side side, Sizing sizing) {
    return new OrderPlan(stream, side, sizing, Pricing.MARKET, Lasting.GTC, null, null, List.of(),
        List.of(), Hooks.NONE, false);
  }

  public OrderPlan at(Pricing newPricing, Lasting newLasting) {
    return new OrderPlan(stream, side, sizing, newPricing, newLasting, exits, stack, tiers, onFill,
        hooks, ownLeg);
  }

  public OrderPlan with(Exits newExits) {
    return new OrderPlan(stream, side, sizing, pricing, lasting, newExits, stack, tiers, onFill,
        hooks, ownLeg);
  }

  public OrderPlan with(StackPlan newStack) {
    return new OrderPlan(stream, side, sizing, pricing, lasting, exits, newStack, tiers, onFill,
        hooks, ownLeg);
  }

  public OrderPlan with(List<TierPlan> newTiers, List<OrderPlan> newOnFill, Hooks newHooks) {
    return new OrderPlan(stream, side, sizing, pricing, lasting, exits, stack, newTiers, newOnFill,
        newHooks, ownLeg);
  }

  public OrderPlan onItsOwnLeg() {
    return new OrderPlan(stream, side, sizing, pricing, lasting, exits, stack, tiers, onFill, hooks,
        true);
  }
}
