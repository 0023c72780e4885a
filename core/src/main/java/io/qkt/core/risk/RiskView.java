package io.qkt.core.risk;

import io.qkt.core.order.Side;

/**
 * What the gate reads about an owner, or about a whole account, at this instant. Amounts are longs
 * at scale 8 and counts plain; whatever a view does not know is {@link #MISSING}, and a rule that
 * needs it refuses. Instruments are named by their place in the owner's list.
 */
public interface RiskView {
  long MISSING = Long.MIN_VALUE;

  /** Whether it tells of a whole account, which the keys {@code account_…} are for. */
  default boolean ofAccount() {
    return false;
  }

  /** How many instruments there are. */
  default int instruments() {
    return 1;
  }

  default long price(int instrument) {
    return MISSING;
  }

  default long contractSize(int instrument) {
    return MISSING;
  }

  /** What one unit of the instrument's currency is worth in that of the account. */
  default long rate(int instrument) {
    return MISSING;
  }

  /** Signed: what is filled, and what is still working on that side. */
  default long position(int instrument, Side side) {
    return MISSING;
  }

  /** Whether there is a position or a working entry. */
  default boolean isOpen(int instrument) {
    return false;
  }

  /** In how many instruments there is a position or a working entry. */
  default long openPositions() {
    return MISSING;
  }

  /** Entries filled since 00:00 UTC. */
  default long entriesToday() {
    return MISSING;
  }

  /** Realised since 00:00 UTC, fees taken off. */
  default long realizedToday() {
    return MISSING;
  }

  default long equity() {
    return MISSING;
  }

  /** When the venue told the equity, or {@link #MISSING} where we reckon it ourselves. */
  default long equityTime() {
    return MISSING;
  }

  default long peakEquity() {
    return MISSING;
  }

  default long startBalance() {
    return MISSING;
  }

  default long dayStartBalance() {
    return MISSING;
  }

  default long dayStartEquity() {
    return MISSING;
  }

  /** Closes in a row that lost. */
  default long consecutiveLosses() {
    return MISSING;
  }

  default long lastLossTime() {
    return MISSING;
  }

  default long sessionStart() {
    return MISSING;
  }

  /** Whether the venue tells of margin at all; the margin floor is for those that do. */
  default boolean reportsMargin() {
    return false;
  }

  /** In percent; 0 where no margin is used, {@link #MISSING} after three reads that failed. */
  default long marginLevel() {
    return MISSING;
  }
}
