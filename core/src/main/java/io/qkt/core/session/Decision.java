package io.qkt.core.session;

import io.qkt.core.order.OrderIntent;
import io.qkt.core.program.action.Action.Level;
import io.qkt.core.watch.Watch;

/** What a session decides. */
public sealed interface Decision {
  /** Order this, once. */
  record Place(OrderIntent intent) implements Decision {}

  /** Take this order back; doing it twice does no harm. */
  record Cancel(String cid, long at) implements Decision {}

  /** A rule wanted to order and may not; {@code why} names both values and the key to change. */
  record Refuse(int rule, String code, String why) implements Decision {}

  /** Tell the owner this. */
  record Log(int rule, Level level, String text) implements Decision {}

  /** From now on look at the ticks for this. */
  record Arm(Watch watch) implements Decision {}

  record Disarm(long watch) implements Decision {}
}
