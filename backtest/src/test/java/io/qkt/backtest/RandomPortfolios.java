package io.qkt.backtest;

import io.qkt.backtest.RandomPrograms.Seeded;
import io.qkt.core.indicator.Ema;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Cross;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Position;
import io.qkt.core.program.node.Slot;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import java.util.List;

/** Portfolios of random strategies under random gates, weights and limits; a seed makes one. */
final class RandomPortfolios {
  private static final double CAPITAL = 20_000;

  private final Seeded random;

  private RandomPortfolios(long seed) {
    random = new Seeded(seed);
  }

  static PortfolioProgram program(long seed) {
    return new RandomPortfolios(seed).portfolio("p", true);
  }

  static AccountPlan account(long seed) {
    var random = new Seeded(~seed);
    var limits = RiskLimits.DEFAULT;
    if (random.below(4) == 0) limits = limits.with("book_risk.limits.max_gross_exposure", "600");
    if (random.below(4) == 0) limits = limits.with("book_risk.limits.max_net_exposure", "400");
    if (random.below(4) == 0) limits = limits.with("book_risk.de_risk.ladder", "0.1:0.5,0.2:0");
    if (random.below(4) == 0) limits = limits.with("book_risk.allocation.method", "inverse_vol");
    if (random.below(4) == 0) limits = limits.with("max_daily_loss", "20");
    return new AccountPlan(Market.ACCOUNT.startingBalance(), Market.ACCOUNT.specs(), limits);
  }

  private PortfolioProgram portfolio(String name, boolean mayNest) {
    var sheet = Sheet.of(name, Market.BTC).capital(CAPITAL);
    int children = random.below(3) + 1;
    for (int i = 0; i < children; i++) {
      var alias = "c" + i;
      if (mayNest && random.below(6) == 0) sheet.imports(alias, portfolio("q", false));
      else
        sheet.imports(alias, RandomPrograms.program(random.below(1 << 30)));
      gate(sheet, alias);
    }
    if (random.below(3) == 0) regimes(sheet, children);
    if (random.below(3) == 0) sheet.rebalance((random.below(7) + 2) * 60 * Market.SECOND);
    return sheet.build();
  }

  private void gate(Sheet sheet, String alias) {
    if (random.below(2) == 0) sheet.hold(alias);
    if (random.below(2) == 0) sheet.weigh(alias, random.tenths(1, 10));
    for (int whens = random.below(3); whens > 0; whens--)
      sheet.when(condition(sheet), alias, random.below(3));
    if (random.below(3) == 0) sheet.run(alias);
  }

  private void regimes(Sheet sheet, int children) {
    sheet.state("first", condition(sheet), shares(children));
    sheet.state("rest", null, shares(children));
  }

  private double[] shares(int children) {
    var shares = new double[children];
    for (int i = 0; i < children; i++)
      shares[i] = random.tenths(0, 10);
    return shares;
  }

  private ConditionNode condition(Sheet sheet) {
    var close = Slot.of(0, BarField.CLOSE);
    var average = sheet.streams()
        .indicator(Ema.EMA, 0, List.of(close),
            List.of(random.below(6) + 2.0));
    return switch (random.below(4)) {
      case 0 -> new Comparison.Greater(new Constant(5), new Position(0));
      case 1 -> new Comparison.AtLeast(new Fact.OfAccount(AccountField.EQUITY),
          new Constant(CAPITAL));
      case 2 -> new Logic.Not(new Cross(close, average, true, sheet.streams().longs(1)));
      default -> new Comparison.Greater(close, average);
    };
  }
}
