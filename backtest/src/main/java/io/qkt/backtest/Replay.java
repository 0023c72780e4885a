package io.qkt.backtest;

import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Quote;
import io.qkt.core.session.Decision;
import java.util.List;

/** Whoever is driven by stored prices, in order of time: one strategy, or a book of them. */
public interface Replay extends Prices {
  /**
   * A stream that prices are wanted for.
   *
   * @param history how many of its bars it wants to have seen before it trades
   */
  record Need(BarKey key, int history) {}

  /** The streams of markets, in the order in which they are declared. */
  List<Need> needs();

  /** Shows a price of the time before the run: nothing may come of it but memory. */
  default void warm(Instrument instrument, Quote quote) {}

  /** Everything that was executed so far, in order. */
  List<Execution> executions();

  /** What was refused or had to be said so far, in order. */
  List<Decision> notes();

  long realized();

  long equity();
}
