package io.qkt.core.risk;

import io.qkt.core.order.OrderIntent;
import java.util.Optional;

/**
 * The checks that need nothing but the intent: that it is not too late, and that its quantity is
 * one. Whatever a driver knows of its owner, it can always ask these.
 */
public record AdmissionGate(long maxOrderQuantity) {
  public static final String EXPIRED = "EXPIRED";
  public static final String BAD_QUANTITY = "BAD_QUANTITY";
  public static final String MAX_ORDER_QTY = "MAX_ORDER_QTY";

  /** The limits that hold unless somebody says otherwise. */
  public static final AdmissionGate DEFAULT = new AdmissionGate(100_00000000L);

  /**
   * Why {@code intent} may not be sent at {@code now} (feed time), or nothing if it may. What a
   * rule wants grows old; the stop of a position is wanted for as long as there is one.
   */
  public Optional<String> refusal(OrderIntent intent, long now) {
    if (now >= intent.validUntil() && !intent.protects()) return Optional.of(EXPIRED);
    if (intent.quantity() <= 0) return Optional.of(BAD_QUANTITY);
    // What was built up by many entries is closed by one order.
    boolean isLarge = intent.quantity() > maxOrderQuantity && !intent.reducing();
    if (isLarge) return Optional.of(MAX_ORDER_QTY);
    return Optional.empty();
  }
}
