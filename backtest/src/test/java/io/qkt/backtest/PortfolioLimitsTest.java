package io.qkt.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.order.Side;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.program.Program;
import io.qkt.core.program.ProgramBuilder;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits of a book are those of all its children together. */
final class PortfolioLimitsTest {

  @Test
  void aLossOfTheDay_isThatOfTheBookAndHaltsAllChildren() {
    var a = at(101, Side.SELL, 50).and(112, Side.BUY, 50);
    var b = at(101, Side.SELL, 50).and(111, Side.BUY, 50).and(114, Side.BUY, 1);
    var replay = replay(both(a, b), RiskLimits.DEFAULT);
    assertThat(Portfolios.texts(replay)).hasSize(4).doesNotContain("p:b BUY 1 114@900");
    assertThat(codes(replay)).containsExactly("MAX_DAILY_LOSS");
    assertThat(replay.said().getFirst().owner()).isEqualTo("p");
  }

  @Test
  void aChildsLoss_thatAnotherOneMakesUpFor_haltsNobody() {
    var a = at(101, Side.BUY, 50).and(111, Side.SELL, 50);
    var b = at(101, Side.SELL, 99).and(112, Side.BUY, 99).and(114, Side.BUY, 1);
    var replay = replay(both(a, b), RiskLimits.DEFAULT);
    assertThat(Portfolios.texts(replay)).hasSize(5).endsWith("p:b BUY 1 114@900");
  }

  @Test
  void aLimitOnExposure_cutsWhatOneChildMayAddToTheOther() {
    var limits = RiskLimits.DEFAULT.with("book_risk.limits.max_gross_exposure", "1000");
    var a = at(100, Side.BUY, 6);
    var b = at(101, Side.SELL, 6);
    assertThat(Portfolios.texts(replay(both(a, b), limits)))
        .containsExactly("p:a BUY 6 100@60", "p:b SELL 3.9 101@120");
  }

  @Test
  void aLimitOnOneSymbol_countsEntriesThatAreStillWorking() {
    var limits = RiskLimits.DEFAULT.with("book_risk.limits.max_symbol_concentration", "1000");
    var twice = at(100, Side.BUY, 6).and(100, Side.BUY, 6);
    assertThat(Portfolios.texts(replay(both(twice, at(100, Side.SELL, 12)), limits)))
        .containsExactly("p:a BUY 6 100@60", "p:a BUY 4 100@60", "p:b SELL 12 100@60");
  }

  @Test
  void theLadder_makesEntriesSmallerWhileTheBookIsDown() {
    var limits = RiskLimits.DEFAULT.with("book_risk.de_risk.ladder", "10:0.5");
    var a = at(101, Side.SELL, 10).and(112, Side.BUY, 4);
    var replay = replay(both(a, at(113, Side.BUY, 4)), limits);
    assertThat(Portfolios.texts(replay)).containsExactly("p:a SELL 10 101@120",
        "p:a BUY 4 112@780", "p:b BUY 2 113@840");
  }

  private static List<String> codes(PortfolioReplay replay) {
    return replay.notes()
        .stream()
        .filter(Decision.Refuse.class::isInstance)
        .map(decision -> ((Decision.Refuse) decision).code())
        .toList();
  }

  private static PortfolioReplay replay(PortfolioProgram program, RiskLimits limits) {
    var account = new AccountPlan(Market.ACCOUNT.startingBalance(), Market.ACCOUNT.specs(), limits);
    var replay = Portfolios.replay(program, account);
    Portfolios.run(replay, Market.rising(20));
    return replay;
  }

  private static PortfolioProgram both(Orders a, Orders b) {
    return Sheet.of("p")
        .capital(1_000)
        .imports("a", a.build())
        .imports("b", b.build())
        .run("a")
        .run("b")
        .build();
  }

  private static Orders at(double close, Side side, double quantity) {
    return new Orders().and(close, side, quantity);
  }

  /** Orders at closes. */
  private static final class Orders {
    private final ProgramBuilder program = Market.program();

    Orders and(double close, Side side, double quantity) {
      var is = new Comparison.Equal(Slot.of(0, BarField.CLOSE), new Constant(close));
      program.when(0, is, new Action.Trade(
          OrderPlan.market(0, side, new Sizing.Units(new Constant(quantity)))));
      return this;
    }

    Program build() {
      return program.build();
    }
  }
}
