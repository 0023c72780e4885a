package io.qkt.backtest;

import io.qkt.core.money.Exact;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import java.util.List;

/** Portfolios on the market of the golden scenarios. */
final class Portfolios {
  private static final long NEVER_TOO_OLD = 1L << 50;

  private Portfolios() {}

  static PortfolioReplay replay(PortfolioProgram program) {
    return replay(program, Market.ACCOUNT);
  }

  static PortfolioReplay replay(PortfolioProgram program, AccountPlan account) {
    return new PortfolioReplay(program, Portfolios::identity, account, FillTier.PAPER);
  }

  static Identity identity(String strategy) {
    return Identity.ofReplay(strategy, NEVER_TOO_OLD);
  }

  static void run(PortfolioReplay replay, List<Double> closes) {
    run(replay, closes, 0);
  }

  /** Shows the bars from number {@code from} on. */
  static void run(PortfolioReplay replay, List<Double> closes, int from) {
    Market.ticks(closes, from, quote -> replay.onQuote(Market.BTC.instrument(), quote));
  }

  /** The fills so far, as "strategy SIDE quantity price@second". */
  static List<String> texts(PortfolioReplay replay) {
    return replay.fills()
        .stream()
        .map(fill -> "%s %s %s %s@%d".formatted(fill.strategy(), fill.filled().side(),
            Exact.text(fill.filled().quantity()), Exact.text(fill.filled().price()),
            fill.filled().time() / Market.SECOND))
        .toList();
  }
}
