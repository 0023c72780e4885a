package io.qkt.core.session;

import io.qkt.core.order.OrderIntent;

/** What a session decides. */
public sealed interface Decision {
  /** Order this, once. */
  record Place(OrderIntent intent) implements Decision {}
}
