package io.qkt.core.program.action;

import io.qkt.core.order.TimeInForce;
import io.qkt.core.program.frame.NumberNode;

/** How long an order asks to live; {@code until} is in epoch milliseconds, null unless GTD. */
public record Lasting(TimeInForce tif, NumberNode until) {
  public static final Lasting GTC = new Lasting(TimeInForce.GTC, null);
}
