package io.qkt.core.session;

import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderUpdate;

/** Everything a session can be told, in the order in which it is told; each carries its time. */
public sealed interface Input {
  long time();

  /** A bar of the program's stream has closed. */
  record BarClosed(Bar bar) implements Input {
    @Override
    public long time() {
      return bar.endTime();
    }
  }

  /** A broker has learnt something about an order of this session. */
  record OrderUpdated(OrderUpdate update, long time) implements Input {}

  /** An intent that nobody will send: it never reached its broker and has grown too old. */
  record IntentLapsed(String cid, long time) implements Input {}
}
