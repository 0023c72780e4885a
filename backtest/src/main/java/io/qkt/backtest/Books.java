package io.qkt.backtest;

import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.portfolio.Verdict;

/** What stands between a strategy and its broker: nothing, or the books of its portfolios. */
interface Books {
  /** A strategy on its own. */
  Books NONE = new Books() {};

  /** How much of an intent may be ordered. */
  default Verdict offered(OrderIntent intent, long now) {
    return Verdict.admitted(intent.quantity());
  }

  /** A broker has learnt something about an order; the strategy is told next. */
  default void updated(OrderUpdate update, long now) {}

  /** The strategy was told of an execution. */
  default void executed(Execution execution) {}

  /** A bar of one of its streams has closed; the strategy is told next. */
  default void closed(Bar bar) {}
}
