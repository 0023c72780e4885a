package io.qkt.core.risk;

import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import java.util.EnumSet;

/** An owner who is flat, has lost nothing and knows everything; a test changes what it is about. */
final class OwnerView implements RiskView {
  static final long DAY = 86_400_000_000L;

  final EnumSet<RiskInput> unknown = EnumSet.noneOf(RiskInput.class);
  long price = 100 * Exact.ONE;
  long contractSize = Exact.ONE;
  long rate = Exact.ONE;
  long position;
  boolean open;
  long openPositions;
  long entriesToday;
  long realizedToday;
  long equity = 10_000 * Exact.ONE;
  long equityTime = MISSING;
  long peakEquity = 10_000 * Exact.ONE;
  long startBalance = 10_000 * Exact.ONE;
  long dayStartBalance = 10_000 * Exact.ONE;
  long dayStartEquity = 10_000 * Exact.ONE;
  long losses;
  long lastLossTime = MISSING;
  long sessionStart;
  long marginLevel = 500 * Exact.ONE;
  boolean reportsMargin = true;
  boolean ofAccount;

  private long unless(RiskInput input, long value) {
    return unknown.contains(input) ? MISSING : value;
  }

  @Override
  public boolean ofAccount() {
    return ofAccount;
  }

  @Override
  public long price(int instrument) {
    return unless(RiskInput.PRICE, price);
  }

  @Override
  public long contractSize(int instrument) {
    return unless(RiskInput.CONTRACT_SIZE, contractSize);
  }

  @Override
  public long rate(int instrument) {
    return unless(RiskInput.RATE, rate);
  }

  @Override
  public long position(int instrument, Side side) {
    return unless(RiskInput.POSITION, position);
  }

  @Override
  public boolean isOpen(int instrument) {
    return open;
  }

  @Override
  public long openPositions() {
    return unless(RiskInput.BOOK, openPositions);
  }

  @Override
  public long entriesToday() {
    return unless(RiskInput.ENTRIES_TODAY, entriesToday);
  }

  @Override
  public long realizedToday() {
    return unless(RiskInput.REALIZED_TODAY, realizedToday);
  }

  @Override
  public long equity() {
    return unless(RiskInput.EQUITY, equity);
  }

  @Override
  public long equityTime() {
    return equityTime;
  }

  @Override
  public long peakEquity() {
    return unless(RiskInput.PEAK, peakEquity);
  }

  @Override
  public long startBalance() {
    return unless(RiskInput.START_BALANCE, startBalance);
  }

  @Override
  public long dayStartBalance() {
    return unless(RiskInput.DAY_START, dayStartBalance);
  }

  @Override
  public long dayStartEquity() {
    return unless(RiskInput.DAY_START, dayStartEquity);
  }

  @Override
  public long consecutiveLosses() {
    return unless(RiskInput.LOSSES, losses);
  }

  @Override
  public long lastLossTime() {
    return lastLossTime;
  }

  @Override
  public long sessionStart() {
    return unless(RiskInput.SESSION_START, sessionStart);
  }

  @Override
  public boolean reportsMargin() {
    return reportsMargin;
  }

  @Override
  public long marginLevel() {
    return unless(RiskInput.MARGIN, marginLevel);
  }
}
