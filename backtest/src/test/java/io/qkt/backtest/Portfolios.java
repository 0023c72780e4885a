package io.qkt.backtest;

import io.qkt.core.market.Quote;
import io.qkt.core.money.Exact;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Identity;
import io.qkt.core.venue.FillTier;
import java.util.List;
import java.util.function.Consumer;

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
    show(closes, from, quote -> replay.onQuote(Market.BTC.instrument(), quote));
  }

  /** Shows the bars as those of the time before the run. */
  static void warm(PortfolioReplay replay, List<Double> closes) {
    show(closes, 0, quote -> replay.warm(Market.BTC.instrument(), quote));
  }

  private static void show(List<Double> closes, int from, Consumer<Quote> shown) {
    for (int i = from; i < closes.size(); i++) {
      double close = closes.get(i);
      double open = i == 0 ? close - 1 : closes.get(i - 1);
      double[] path = {open, Math.min(open, close) - 1, Math.max(open, close) + 1, close};
      for (int tick = 0; tick < path.length; tick++) {
        long time = i * 60 * Market.SECOND + Market.offset(tick);
        shown.accept(Quote.at(time, Exact.ofDouble(path[tick])));
      }
    }
  }

  /** The fills so far, as "strategy SIDE quantity price@second". */
  static List<String> texts(PortfolioReplay replay) {
    return replay.executions()
        .stream()
        .map(fill -> "%s %s %s %s@%d".formatted(fill.owner(), fill.fill().side(),
            Exact.text(fill.fill().quantity()), Exact.text(fill.fill().price()),
            fill.fill().time() / Market.SECOND))
        .toList();
  }
}
