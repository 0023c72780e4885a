package io.qkt.backtest;

import static io.qkt.backtest.Market.BTC;
import static io.qkt.core.order.Side.BUY;
import static io.qkt.core.order.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.indicator.average.Sma;
import io.qkt.core.money.Exact;
import io.qkt.core.order.Side;
import io.qkt.core.portfolio.PortfolioProgram;
import io.qkt.core.program.Program;
import io.qkt.core.program.action.Action;
import io.qkt.core.program.action.Distance;
import io.qkt.core.program.action.Exits;
import io.qkt.core.program.action.OrderPlan;
import io.qkt.core.program.action.Sizing;
import io.qkt.core.program.action.StopPlan;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.frame.ConditionNode;
import io.qkt.core.program.frame.Facts.AccountField;
import io.qkt.core.program.frame.NumberNode;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Fact;
import io.qkt.core.program.node.Logic;
import io.qkt.core.program.node.Position;
import io.qkt.core.program.node.Slot;
import io.qkt.core.session.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a portfolio makes of its children, on the market of the golden scenarios. */
final class PortfolioGoldenTest {
  private static final NumberNode CLOSE = Slot.of(0, BarField.CLOSE);
  private static final ConditionNode FLAT = new Comparison.Equal(new Position(0), n(0));
  private static final ConditionNode LONG = new Comparison.Greater(new Position(0), n(0));
  private static final ConditionNode ALWAYS = new Logic.Value(2);
  /** Off on the bars that end from 600 s to 720 s. */
  private static final ConditionNode BUT_109_TO_111 = new Logic.Not(
      new Logic.And(above(108.5), below(111.5)));

  @Test
  void aChild_whoseGateCloses_isFlattenedAndEntersAgainWhenItOpens() {
    var child = Market.program().when(0, new Logic.And(above(104), FLAT), buy(1)).build();
    assertThat(fills(gated(child, BUT_109_TO_111)))
        .containsExactly("p:c BUY 1 105@360", "p:c SELL 1 109@600", "p:c BUY 1 112@780");
  }

  @Test
  void aClosedGate_letsTheEdgeOfWhatItSuppressedFireAgain() {
    var child = Market.program().when(0, above(104), buy(1)).build();
    assertThat(fills(gated(child, above(110)))).containsExactly("p:c BUY 1 111@720");
  }

  @Test
  void aChildOnHold_keepsItsPositionAndClosesByItsOwnRules() {
    var child = Market.program()
        .when(0, new Logic.And(above(104), FLAT), buy(1))
        .when(0, new Logic.And(is(110), LONG), new Action.Close(0))
        .build();
    assertThat(fills(gated(child, BUT_109_TO_111, "c")))
        .containsExactly("p:c BUY 1 105@360", "p:c SELL 1 110@660", "p:c BUY 1 112@780");
  }

  @Test
  void aChildOnHold_keepsTheOrdersThatProtectItsPosition() {
    var child = Market.program().when(0, is(105), bracket(3, 5.5)).build();
    assertThat(fills(gated(child, BUT_109_TO_111, "c")))
        .containsExactly("p:c BUY 1 105@360", "p:c SELL 1 111@630");
  }

  @Test
  void aFlattenedPosition_leavesNoOrderThatCouldOpenAReverseOne() {
    var child = Market.program().when(0, is(105), bracket(3, 7)).build();
    var replay = replay(gated(child, BUT_109_TO_111));
    assertThat(texts(replay)).containsExactly("p:c BUY 1 105@360", "p:c SELL 1 109@600");
    assertThat(replay.session().session(0).openOrders()).isZero();
  }

  @Test
  void aChild_thatRunsUnconditionally_isActiveFromTheStart() {
    var sheet = Sheet.of("p").imports("c", always()).run("c");
    assertThat(fills(sheet.build())).containsExactly("p:c BUY 1 100@60");
  }

  @Test
  void aGate_openedByABar_letsTheChildEnterOnThatBar() {
    assertThat(fills(gated(always(), ALWAYS))).containsExactly("p:c BUY 1 100@60");
  }

  @Test
  void aChild_thatIsImportedAndNeverRun_neverTrades() {
    var sheet = Sheet.of("p", BTC).imports("a", always()).imports("b", always()).run("b");
    assertThat(fills(sheet.build())).containsExactly("p:b BUY 1 100@60");
  }

  @Test
  void aGate_whoseConditionIsUndefined_isClosed() {
    var sheet = Sheet.of("p", BTC).imports("c", always());
    var average = sheet.streams().indicator(Sma.SMA, 0, List.of(CLOSE), List.of(15.0));
    sheet.when(new Comparison.Greater(CLOSE, average), "c");
    assertThat(fills(sheet.build())).containsExactly("p:c BUY 1 114@900");
  }

  @Test
  void aGate_ofASecondNameForTheSameBars_opensToo() {
    var second = Slot.of(1, BarField.CLOSE);
    var sheet = Sheet.of("p", BTC, BTC).imports("c", always());
    sheet.when(new Comparison.Greater(second, n(104)), "c");
    assertThat(fills(sheet.build())).containsExactly("p:c BUY 1 105@360");
  }

  @Test
  void aWarmUp_letsConditionsRememberAndNothingTrade() {
    var sheet = Sheet.of("p", BTC).imports("c", always());
    var average = sheet.streams().indicator(Sma.SMA, 0, List.of(CLOSE), List.of(15.0));
    var replay = Portfolios.replay(sheet.when(new Comparison.Greater(CLOSE, average), "c").build());
    Portfolios.warm(replay, Market.rising(15));
    Portfolios.run(replay, Market.rising(17), 15);
    assertThat(texts(replay)).containsExactly("p:c BUY 1 115@960");
  }

  @Test
  void aGate_isOpenWhileAnyOfItsConditionsIs() {
    var child = Market.program().when(0, FLAT, buy(1)).build();
    var sheet = Sheet.of("p", BTC).imports("c", child).when(is(105), "c").when(is(106), "c");
    assertThat(fills(sheet.build())).containsExactly("p:c BUY 1 105@360", "p:c SELL 1 107@480");
  }

  @Test
  void aGate_withHysteresis_movesOnlyAfterSoManyBars() {
    var child = Market.program().when(0, FLAT, buy(1)).build();
    var sheet = Sheet.of("p", BTC).imports("c", child).when(BUT_109_TO_111, "c", 3);
    assertThat(fills(sheet.build())).containsExactly("p:c BUY 1 102@180", "p:c SELL 1 111@720",
        "p:c BUY 1 114@900");
  }

  @Test
  void aWeight_isTheChildsPartOfTheCapital() {
    var half = new Sizing.PercentOf(n(50), Sizing.Base.EQUITY);
    var child = Market.program().when(0, is(110), sized(BUY, half)).build();
    var sheet = Sheet.of("p").capital(8_800).imports("a", child).imports("b", child);
    assertThat(fills(sheet.run("a", 0.75).run("b", 0.25).build()))
        .containsExactly("p:a BUY 30 110@660", "p:b BUY 10 110@660");
  }

  @Test
  void aSizeOfTheBook_countsWhatOtherChildrenHaveRealized() {
    var maker = Market.program().when(0, is(101), buy(10)).when(0, is(111), sell(10)).build();
    var risk = new Sizing.RiskFraction(n(0.01), Sizing.Base.BOOK);
    var taker = Market.program()
        .when(0, is(110), stopped(risk))
        .when(0, is(112), stopped(risk))
        .build();
    var sheet = Sheet.of("p").capital(1_000).imports("a", maker).imports("b", taker);
    assertThat(fills(sheet.run("a", 0.5).run("b", 0.5).build())).containsExactly(
        "p:a BUY 10 101@120", "p:b BUY 0.2 110@660", "p:a SELL 10 111@720",
        "p:b BUY 0.22 112@780");
  }

  @Test
  void aSizeOfTheBook_countsWhatTheChildItselfRealizedOnce() {
    var risk = new Sizing.RiskFraction(n(0.01), Sizing.Base.BOOK);
    var child = Market.program()
        .when(0, is(101), buy(10))
        .when(0, is(106), sell(10))
        .when(0, is(107), stopped(risk))
        .build();
    var maker = Market.program().when(0, is(101), buy(10)).when(0, is(108), sell(10)).build();
    var again = Market.program().when(0, is(109), stopped(risk)).build();
    var sheet = Sheet.of("p").capital(1_000).imports("a", child).imports("b", maker);
    assertThat(fills(sheet.imports("c", again).run("a").run("b").run("c").build()))
        .contains("p:a BUY 0.21 107@480", "p:c BUY 0.22 109@600");
  }

  @Test
  void aSizeOfTheBook_toldAfterAnOwnProfit_countsThatOnce() {
    var risk = new Sizing.RiskFraction(n(0.01), Sizing.Base.BOOK);
    var child = Market.program()
        .when(0, is(101), buy(10))
        .when(0, is(106), sell(10))
        .when(0, is(109), stopped(risk))
        .build();
    var later = Market.program().when(0, is(101), buy(10)).when(0, is(108), sell(10)).build();
    var sheet = Sheet.of("p").capital(1_000).imports("a", child).imports("b", later);
    assertThat(fills(sheet.run("a").run("b").build())).contains("p:a BUY 0.22 109@600");
  }

  @Test
  void aSizeOfTheBook_withoutABook_isRefused() {
    var risk = new Sizing.RiskFraction(n(0.01), Sizing.Base.BOOK);
    var loop = Market.loop(Market.program().when(0, is(110), stopped(risk)).build());
    Market.run(loop, Market.rising(20));
    assertThat(loop.fills()).isEmpty();
    assertThat(codes(loop.notes())).containsExactly("NO_BOOK");
  }

  @Test
  void aRegime_leavesEachChildItsShareOfNewRiskAndAllOfItsExits() {
    var child = Market.program().when(0, is(105), buy(2)).when(0, is(112), sell(2)).build();
    var other = Market.program().when(0, is(105), buy(3)).when(0, is(115), buy(4)).build();
    var sheet = Sheet.of("p", BTC).imports("a", child).imports("b", other).run("a").run("b");
    sheet.state("calm", below(110), 1, 0).state("wild", null, 0, 0.5);
    assertThat(fills(sheet.build())).containsExactly("p:a BUY 2 105@360", "p:a SELL 2 112@780",
        "p:b BUY 2 115@960");
  }

  @Test
  void whatARegimeSuppresses_firesAgainWhenTheRegimeEnds() {
    var child = Market.program().when(0, above(104), buy(2)).build();
    var sheet = Sheet.of("p", BTC).imports("a", child).run("a");
    sheet.state("off", below(110), 0).state("on", null, 0.25);
    assertThat(fills(sheet.build())).containsExactly("p:a BUY 0.5 110@660");
  }

  @Test
  void whatTheBookCuts_isTheWholeOrderForItsSession() {
    var child = Market.program().when(0, is(105), bracket(20, 5.5)).build();
    var sheet = Sheet.of("p", BTC).imports("a", child).run("a").state("half", null, 0.5);
    var replay = replay(sheet.build());
    assertThat(texts(replay)).containsExactly("p:a BUY 0.5 105@360", "p:a SELL 0.5 111@630");
    assertThat(replay.session().session(0).openOrders()).isZero();
  }

  @Test
  void conditions_seeThePositionsOfAllChildren() {
    var early = Market.program().when(0, is(103), buy(1)).build();
    var late = Market.program().when(0, FLAT, buy(1)).build();
    var sheet = Sheet.of("p", BTC).imports("a", early).imports("b", late).run("a");
    sheet.when(new Comparison.AtLeast(new Position(0), n(1)), "b");
    assertThat(fills(sheet.build())).startsWith("p:a BUY 1 103@240", "p:b BUY 1 104@300");
  }

  @Test
  void conditions_seeTheMoneyOfTheBook() {
    var maker = Market.program().when(0, is(101), buy(1)).when(0, is(106), sell(1)).build();
    var sheet = Sheet.of("p", BTC).capital(500).imports("a", maker).imports("b", always()).run("a");
    sheet.when(new Comparison.AtLeast(new Fact.OfAccount(AccountField.BALANCE), n(505)), "b");
    assertThat(fills(sheet.build())).containsExactly("p:a BUY 1 101@120", "p:a SELL 1 106@420",
        "p:b BUY 1 107@480");
  }

  @Test
  void rebalancing_sharesOutWhatTheBookHasNow() {
    var maker = Market.program().when(0, is(101), buy(10)).when(0, is(107), sell(10)).build();
    var all = new Sizing.PercentOf(n(100), Sizing.Base.BALANCE);
    var taker = Market.program()
        .when(0, is(108), sized(BUY, all))
        .when(0, is(110), sized(BUY, all))
        .build();
    var sheet = Sheet.of("p", BTC)
        .capital(2_160)
        .rebalance(600 * Market.SECOND)
        .imports("a", maker)
        .imports("b", taker)
        .run("a", 0.5)
        .run("b", 0.5);
    assertThat(fills(sheet.build())).containsExactly("p:a BUY 10 101@120", "p:a SELL 10 107@480",
        "p:b BUY 10 108@540", "p:b BUY 10.09 110@660");
  }

  @Test
  void aPortfolioInAPortfolio_isAChildWithAGateAndAWeight() {
    var half = new Sizing.PercentOf(n(50), Sizing.Base.EQUITY);
    var strategy = Market.program().when(0, FLAT, sized(BUY, half)).build();
    var inner = Sheet.of("q", BTC)
        .imports("x", strategy)
        .when(above(101.5), "x")
        .weigh("x", 0.5)
        .capital(1)
        .build();
    var sheet = Sheet.of("p", BTC)
        .capital(4_080)
        .imports("i", inner)
        .when(BUT_109_TO_111, "i")
        .weigh("i", 0.5);
    assertThat(fills(sheet.build())).containsExactly("p:i:x BUY 5 102@180", "p:i:x SELL 5 109@600",
        "p:i:x BUY 4.7 112@780");
  }

  @Test
  void anOperator_whoStopsAChild_flattensItAndItsNextBarMayOpenItAgain() {
    var child = Market.program().when(0, FLAT, buy(1)).build();
    var replay = Portfolios.replay(gated(child, ALWAYS));
    Portfolios.run(replay, Market.rising(5));
    replay.operator(0, true);
    Portfolios.run(replay, Market.rising(10), 5);
    replay.operator(0, false);
    Portfolios.run(replay, Market.rising(14), 10);
    assertThat(texts(replay)).containsExactly("p:c BUY 1 100@60", "p:c SELL 1 104@299",
        "p:c BUY 1 109@600");
  }

  private static List<String> codes(List<Decision> notes) {
    return notes.stream().map(note -> ((Decision.Refuse) note).code()).toList();
  }

  private static PortfolioProgram gated(Program child, ConditionNode gate, String... held) {
    var sheet = Sheet.of("p", BTC).imports("c", child).when(gate, "c");
    for (var alias : held)
      sheet.hold(alias);
    return sheet.build();
  }

  private static PortfolioReplay replay(PortfolioProgram program) {
    var replay = Portfolios.replay(program);
    Portfolios.run(replay, Market.rising(20));
    return replay;
  }

  private static List<String> fills(PortfolioProgram program) {
    return texts(replay(program));
  }

  private static List<String> texts(PortfolioReplay replay) {
    return Portfolios.texts(replay);
  }

  private static Program always() {
    return Market.program().when(0, ALWAYS, buy(1)).build();
  }

  private static NumberNode n(double value) {
    return new Constant(value);
  }

  private static ConditionNode above(double price) {
    return new Comparison.Greater(CLOSE, n(price));
  }

  private static ConditionNode below(double price) {
    return new Comparison.Greater(n(price), CLOSE);
  }

  private static ConditionNode is(double price) {
    return new Comparison.Equal(CLOSE, n(price));
  }

  private static Action sized(Side side, Sizing sizing) {
    return new Action.Trade(OrderPlan.market(0, side, sizing));
  }

  private static Action buy(double quantity) {
    return sized(BUY, new Sizing.Units(n(quantity)));
  }

  private static Action sell(double quantity) {
    return sized(SELL, new Sizing.Units(n(quantity)));
  }

  private static Action stopped(Sizing sizing) {
    var exits = new Exits(new StopPlan.Fixed(new Distance.By(n(50))), null);
    return new Action.Trade(OrderPlan.market(0, BUY, sizing).with(exits));
  }

  private static Action bracket(double stop, double target) {
    var exits = new Exits(new StopPlan.Fixed(new Distance.By(n(stop))),
        new Distance.By(n(target)));
    return new Action.Trade(OrderPlan.market(0, BUY, new Sizing.Units(n(Exact.toDouble(Exact.ONE))))
        .with(exits));
  }
}
