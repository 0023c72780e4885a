package io.qkt.dsl.order;

import io.qkt.dsl.expr.Reports;
import io.qkt.dsl.issue.Code;
import io.qkt.dsl.syntax.ast.Action.Trade;
import io.qkt.dsl.syntax.ast.OrderOption;
import io.qkt.dsl.syntax.ast.OrderType;
import io.qkt.dsl.syntax.ast.Sizing;
import java.util.Optional;
import java.util.function.Predicate;

/** Which options of an order go together. */
final class Neighbours {
  private final Reports reports;

  Neighbours(Reports reports) {
    this.reports = reports;
  }

  /** Of an order on one instrument. */
  void check(OrderParts parts) {
    if (parts.oco != null && parts.hasLegs()) {
      reports.error(Code.BRACKET_AND_OCO, parts.oco, "an order must have either BRACKET or OCO, has"
          + " both", "write the prices of OCO as `BRACKET { STOP LOSS AT …, TAKE PROFIT AT … }`");
    }
    checkTiers(parts);
    checkParent(parts);
    checkHooks(parts);
    if (parts.isShared() && parts.stack == null) {
      reports.warning(Code.NO_EFFECT, parts.bracket, "SHARED must stand with STACK to have an"
          + " effect, stands without", "remove `SHARED`");
    }
  }

  private void checkTiers(OrderParts parts) {
    if (parts.tiers.isEmpty() || parts.stack == null && parts.oco == null) return;
    reports.error(Code.TIER, parts.tiers.getFirst(), "an order with STACK_AT must have no %s, has"
        .formatted(parts.stack != null ? "STACK" : "OCO") + " one", "write it as two orders");
  }

  private void checkParent(OrderParts parts) {
    if (parts.onFill == null) return;
    var other = parts.hasLegs() ? "BRACKET"
        : parts.oco != null ? "OCO"
            : parts.stack != null ? "STACK"
                : !parts.tiers.isEmpty() ? "STACK_AT"
                    : isGtd(parts) ? "GTD" : null;
    if (other == null) return;
    boolean byDefault = other.equals("BRACKET") && parts.bracket == null
        || other.equals("GTD") && parts.tif.isDefault();
    reports.error(Code.PARENT, parts.onFill, "an order with ON_FILL must have no %s, has one"
        .formatted(other) + (byDefault ? " from DEFAULTS" : ""),
        "write what ON_FILL holds as a rule of its own, or remove " + other);
  }

  private static boolean isGtd(OrderParts parts) {
    return parts.tif != null && parts.tif.node().kind() == OrderOption.Tif.Kind.GTD;
  }

  private void checkHooks(OrderParts parts) {
    if (parts.hooks.isEmpty()) return;
    var other = parts.onFill != null ? "ON_FILL"
        : parts.oco != null ? "OCO"
            : !parts.tiers.isEmpty() ? "STACK_AT" : null;
    if (other != null) {
      reports.error(Code.HOOK_ORDER, parts.hooks.getFirst(), "an order with %s must have no %s, has"
          .formatted(parts.hooks.getFirst().exit(), other) + " one",
          "remove one of them, or write two orders");
      return;
    }
    parts.hooks.forEach(hook -> warnIfIdle(hook, parts));
  }

  private void warnIfIdle(OrderOption.Hook hook, OrderParts parts) {
    boolean idle = switch (hook.exit()) {
      case ON_STOP -> !parts.hasStop();
      case ON_TP -> !parts.hasTarget();
      case ON_CLOSE -> false;
    };
    if (!idle) return;
    var leg = hook.exit() == OrderOption.Exit.ON_STOP ? "STOP LOSS" : "TAKE PROFIT";
    reports.warning(Code.HOOK_IDLE, hook, "%s must have a %s to wait for, the order has none"
        .formatted(hook.exit(), leg), "add `%s BY 5`, or use ON_CLOSE".formatted(leg));
  }

  /** Whether an order on a basket is one that can be spread over what it is made of. */
  boolean checkBasket(OrderParts parts) {
    var other = notOnBasket(parts);
    if (other.isPresent()) {
      reports.error(Code.BASKET_ORDER, parts.trade.alias(), "an order on a basket must be at market"
          + " and for an amount, had " + other.get(),
          "write it as in `BUY %s SIZING 1000 USD`"
              .formatted(parts.stream.alias()));
    }
    return other.isEmpty();
  }

  private static Optional<String> notOnBasket(OrderParts parts) {
    if (parts.hasLegs()) return Optional.of("a bracket");
    if (parts.oco != null) return Optional.of("OCO");
    if (parts.stack != null) return Optional.of("STACK");
    if (!parts.tiers.isEmpty()) return Optional.of("STACK_AT");
    if (parts.onFill != null) return Optional.of("ON_FILL");
    if (!parts.hooks.isEmpty()) return Optional.of(parts.hooks.getFirst().exit().name());
    if (parts.tif != null) return Optional.of("TIF");
    if (parts.type != null && !(parts.type.node() instanceof OrderType.Market)) {
      return Optional.of("another ORDER_TYPE");
    }
    boolean sized = parts.sizing == null || parts.sizing.node() instanceof Sizing.Usd;
    return sized ? Optional.empty() : Optional.of("another size");
  }

  /** Whether an order can be one that ON_FILL places. */
  boolean checkChild(Trade child) {
    return check(child, Code.CHILD, "ON_FILL", option -> switch (option) {
      case OrderOption.Size _,OrderOption.Type _ -> true;
      default -> false;
    });
  }

  /** Whether an order can be one that a hook places. */
  boolean checkHooked(Trade order, String hook) {
    return check(order, Code.HOOK_ACTION, hook, option -> switch (option) {
      case OrderOption.Size _,OrderOption.Type _ -> true;
      case OrderOption.Tif _,OrderOption.Exits _ -> true;
      default -> false;
    });
  }

  private boolean check(Trade order, Code code, String within,
      Predicate<OrderOption> isAllowed) {
    var stranger = order.options().stream().filter(isAllowed.negate()).findFirst();
    stranger.ifPresent(option -> reports.error(code, option, "an order within %s must have no %s,"
        .formatted(within, word(option)) + " has one", "remove it, or write a rule of its own"));
    return stranger.isEmpty();
  }

  private static String word(OrderOption option) {
    return switch (option) {
      case OrderOption.Size _ -> "SIZING";
      case OrderOption.Type _ -> "ORDER_TYPE";
      case OrderOption.Tif _ -> "TIF";
      case OrderOption.Exits _ -> "BRACKET";
      case OrderOption.Oco _ -> "OCO";
      case OrderOption.Stacked _ -> "STACK";
      case OrderOption.StackAt _ -> "STACK_AT";
      case OrderOption.OnFill _ -> "ON_FILL";
      case OrderOption.Hook hook -> hook.exit().name();
    };
  }
}
