package io.qkt.core.risk;

import io.qkt.core.order.OrderIntent;
import java.util.Optional;

/** All pre-trade limits against one intent; the first refusal wins, with a code. */
public record RiskGate(long maxOrderQuantity) {
  public static final String EXPIRED = "EXPIRED";
  public static final String BAD_QUANTITY = "BAD_QUANTITY";
  public static final String MAX_ORDER_QTY = "MAX_ORDER_QTY";

  /** The limits that hold unless somebody says otherwise. */
  public static final RiskGate DEFAULT = new RiskGate(100_00000000L);

  /** Why {@code intent} may not be sent at {@code now} (feed time), or nothing if it may. */
  public Optional<String> refusal(OrderIntent intent, long now) {
    if (now >= intent.validUntil()) return Optional.of(EXPIRED);
    if (intent.quantity() <= 0) return Optional.of(BAD_QUANTITY);
    if (intent.quantity() > maxOrderQuantity) return Optional.of(MAX_ORDER_QTY);
    return Optional.empty();
  }
}
