package io.qkt.core.venue;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Port: the connection to one account at a venue. It keeps no journal and decides nothing; whoever
 * holds it must know that an answer may be late, doubled, or never come.
 */
public interface Gateway {
  /** From now on everything the venue says goes to {@code reports}, from any thread. */
  void open(Consumer<VenueReport> reports);

  /**
   * What the account's journal knows to be at the venue and not finished, with what was executed of
   * it, in the order in which it was sent; and what has ended of the groups of such orders, as
   * executed whole. A real venue knows itself; one that lives in memory begins anew with this.
   */
  void restore(VenueOrder working, long filled);

  /** Sends an order once. The answer, if one comes, comes as a report. */
  void submit(VenueOrder order);

  /**
   * Asks the venue to take an order back. The answer comes as a report: cancelled, or the
   * executions that overtook it. An order that has ended already is answered with how it ended.
   */
  void cancel(String cid);

  /** Lets a venue that lives in memory look at its market; asked again every few milliseconds. */
  default void poll() {}

  /** All that the venue knows of an order, or an empty list as its word that it never had it. */
  CompletionStage<List<VenueReport>> lookUp(String cid);

  /**
   * The feed time after which an empty {@link #lookUp} proves that the venue never had an order and
   * never will; before, it proves nothing.
   */
  long absenceProvedAfter(VenueOrder order);
}
