package io.qkt.core.session;

import io.qkt.core.market.Bar;
import io.qkt.core.order.OrderUpdate;
import io.qkt.core.watch.Watch;
import java.util.List;

/** Everything a session can be told, in the order in which it is told; each carries its time. */
public sealed interface Input {
  long time();

  /**
   * A bar of one of the program's streams has closed.
   *
   * @param bid of the last quote in the bar, 0 where the feed has none
   * @param extremes what the armed watches of the bar's instrument have seen so far
   * @param tickValues what the program's tick indicators have come to, in its order; empty where
   * nobody sees ticks
   * @param deliveredAt the time of the tick that closed it, from which the time of orders counts;
   * its end where that is not known
   */
  record BarClosed(Bar bar, long bid, long ask, List<Watch.Extremes> extremes,
      List<Double> tickValues, long deliveredAt) implements Input {
    public BarClosed(Bar bar) {
      this(bar, bar.endTime());
    }

    public BarClosed(Bar bar, long deliveredAt) {
      this(bar, 0, 0, List.of(), List.of(), deliveredAt);
    }

    @Override
    public long time() {
      return bar.endTime();
    }
  }

  /** A bar from before the start: all that remembers sees it, and nothing is decided. */
  record Warmed(Bar bar) implements Input {
    @Override
    public long time() {
      return bar.endTime();
    }
  }

  /** A broker has learnt something about an order of this session. */
  record OrderUpdated(OrderUpdate update, long time) implements Input {}

  /** An intent that nobody will send: it never reached its broker and has grown too old. */
  record IntentLapsed(String cid, long time) implements Input {}

  /** An armed watch has fired. */
  record WatchFired(Watch.Fired fired) implements Input {
    @Override
    public long time() {
      return fired.time();
    }
  }

  /** It is as late as the session asked to be woken. */
  record Beat(long time) implements Input {}

  /** Whether the owner's portfolio lets it trade. */
  record GateChanged(boolean open, boolean flatten, long time) implements Input {}

  /**
   * The owner's portfolio leaves no more than {@code quantity} of an intent to be ordered; it comes
   * before anything that the broker learns about the order.
   */
  record IntentCapped(String cid, long quantity, long time) implements Input {}

  /**
   * The owner's portfolio has a book whose capital, with all that its other children have realized,
   * is {@code apart}: what the owner itself realizes it knows first.
   */
  record BookTold(long apart, long time) implements Input {}

  /** The owner's portfolio gives it so much more to work with, or takes it away. */
  record CapitalMoved(long amount, long time) implements Input {}

  /** An operator wants everything closed that the owner holds. */
  record FlattenOrdered(long time) implements Input {}
}
