package io.qkt.core.risk;

import io.qkt.core.order.Side;
import io.qkt.core.risk.RiskRule.Effect;

/**
 * What a view says, read for a rule: what cannot be used counts as missing. Who judges each mark
 * keeps one and points it anew, so that a quiet mark costs no memory.
 */
final class Readings {
  private static final long SECOND = 1_000_000L;

  private RiskLimits limits;
  private RiskView view;
  private long now;

  Readings of(RiskLimits limits, RiskView view, long now) {
    this.limits = limits;
    this.view = view;
    this.now = now;
    return this;
  }

  RiskLimits limits() {
    return limits;
  }

  RiskView view() {
    return view;
  }

  long now() {
    return now;
  }

  /**
   * The first input that {@code rule} needs for an order of the instrument and has not, or null;
   * one with a price of its own may not need the market's. Quotes and books are asked apart. Hot:
   * runs once for each mark and halting rule.
   */
  RiskInput missing(RiskRule rule, int instrument, boolean isPriced) {
    if (rule.effect() == Effect.SCALES || rule.effect() == Effect.SUPPRESSES) return null;
    var inputs = rule.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      var input = inputs.get(i);
      if (needs(rule, input, isPriced) && value(input, rule, instrument) == RiskView.MISSING)
        return input;
    }
    return null;
  }

  /** Which of two bases a drawdown has is a matter of its limits. */
  private boolean needs(RiskRule rule, RiskInput input, boolean isPriced) {
    return switch (input) {
      case START_BALANCE -> !isTrailing();
      case PEAK -> isTrailing();
      case PRICE -> !isPriced || rule != RiskRule.MAX_ORDER_NOTIONAL;
      case EVENTS -> false;
      default -> true;
    };
  }

  private long value(RiskInput input, RiskRule rule, int instrument) {
    return switch (input) {
      case PRICE -> positive(view.price(instrument));
      case CONTRACT_SIZE -> positive(view.contractSize(instrument));
      case RATE -> positive(view.rate(instrument));
      case POSITION -> view.position(instrument, Side.BUY) == RiskView.MISSING
          ? RiskView.MISSING
          : view.position(instrument, Side.SELL);
      case BOOK -> view.openPositions();
      case ENTRIES_TODAY -> view.entriesToday();
      case REALIZED_TODAY -> view.realizedToday();
      case EQUITY -> equity();
      case PEAK, START_BALANCE -> totalBase();
      case DAY_START -> dailyBase();
      case LOSSES -> rule == RiskRule.COOLDOWN_AFTER_LOSS ? lossesWithTime() : losses();
      case SESSION_START -> view.sessionStart();
      case MARGIN -> view.marginLevel();
      case QUOTE, EVENTS, EXPOSURE -> 0;
    };
  }

  /** A base of nothing would make of any loss a drawdown without end. */
  private static long positive(long value) {
    return value > 0 ? value : RiskView.MISSING;
  }

  long equity() {
    long told = view.equityTime();
    boolean stale = told != RiskView.MISSING
        && now - told > limits.of(RiskKey.EQUITY_STALE_SECONDS) * SECOND;
    return stale && limits.of(RiskKey.EQUITY_STALE_SECONDS) != 0
        ? RiskView.MISSING
        : view.equity();
  }

  private boolean isTrailing() {
    return limits.of(RiskKey.TOTAL_DD_BASIS) == 1;
  }

  /** What the total drawdown is measured from. */
  long totalBase() {
    return positive(isTrailing() ? view.peakEquity() : view.startBalance());
  }

  /** What the drawdown of the day is measured from. */
  long dailyBase() {
    return positive(limits.of(RiskKey.DAILY_DD_BASIS) == 1
        ? view.dayStartEquity()
        : view.dayStartBalance());
  }

  long losses() {
    return view.consecutiveLosses();
  }

  private long lossesWithTime() {
    return losses() > 0 && view.lastLossTime() == RiskView.MISSING ? RiskView.MISSING : losses();
  }
}
