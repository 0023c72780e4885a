package io.qkt.core.position;

import io.qkt.core.risk.RiskView;

/** What a ledger alone tells the limits on losses: of one owner, or of a book with all in it. */
public class LedgerRisk implements RiskView {
  private final Ledger ledger;

  public LedgerRisk(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public final long realizedToday() {
    return ledger.results().realizedToday();
  }

  @Override
  public final long equity() {
    return ledger.equity();
  }

  @Override
  public final long peakEquity() {
    return ledger.equityPeak();
  }

  @Override
  public final long startBalance() {
    return ledger.startingBalance();
  }

  @Override
  public final long dayStartBalance() {
    return ledger.results().balanceAtDayStart();
  }

  @Override
  public final long dayStartEquity() {
    return ledger.results().equityAtDayStart();
  }
}
