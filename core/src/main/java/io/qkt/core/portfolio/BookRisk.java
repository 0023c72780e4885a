package io.qkt.core.portfolio;

import io.qkt.core.position.Ledger;
import io.qkt.core.risk.RiskView;

/** What the limits on a book's losses are held against: all its children together. */
final class BookRisk implements RiskView {
  private final Ledger ledger;

  BookRisk(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public long realizedToday() {
    return ledger.results().realizedToday();
  }

  @Override
  public long equity() {
    return ledger.equity();
  }

  @Override
  public long peakEquity() {
    return ledger.equityPeak();
  }

  @Override
  public long startBalance() {
    return ledger.startingBalance();
  }

  @Override
  public long dayStartBalance() {
    return ledger.results().balanceAtDayStart();
  }

  @Override
  public long dayStartEquity() {
    return ledger.results().equityAtDayStart();
  }
}
