package io.qkt.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.book.BookPlan;
import io.qkt.core.market.Bar;
import io.qkt.core.market.BarKey;
import io.qkt.core.market.Instrument;
import io.qkt.core.market.Timeframe;
import io.qkt.core.money.Exact;
import io.qkt.core.order.OrderIntent;
import io.qkt.core.order.OrderUpdate.Filled;
import io.qkt.core.program.Program;
import io.qkt.core.program.Programs;
import io.qkt.core.program.frame.BarField;
import io.qkt.core.program.node.Comparison;
import io.qkt.core.program.node.Constant;
import io.qkt.core.program.node.Slot;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.session.AccountPlan;
import io.qkt.core.session.Decision;
import io.qkt.core.session.Identity;
import io.qkt.core.session.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a portfolio tells its strategies, as a driver sees it. */
final class PortfolioSessionTest {
  private static final BarKey KEY = new BarKey(Instrument.parse("SIM:BTCUSDT"),
      Timeframe.parse("1s"));
  private static final long SECOND = 1_000_000;
  private static final int STEADY = 0;
  private static final int GATED = 1;

  private final PortfolioSession portfolio = new PortfolioSession(program(1_000),
      name -> Identity.ofReplay(name, 5 * SECOND), AccountPlan.DEFAULT);

  @Test
  void strategies_areNamedByPortfolioAndAlias() {
    assertThat(portfolio.name(STEADY)).isEqualTo("p:steady");
    assertThat(portfolio.session(GATED).identity().id()).isEqualTo("p:gated");
  }

  @Test
  void start_closesTheGateOfWhoWaitsForABar_andTellsWhatTheBookHas() {
    assertThat(portfolio.start(7)).containsExactly(
        new Told(GATED, new Input.GateChanged(false, false, 7)),
        new Told(STEADY, new Input.BookTold(1_000 * Exact.ONE, 7)),
        new Told(GATED, new Input.BookTold(1_000 * Exact.ONE, 7)));
  }

  @Test
  void start_withoutACapital_tellsOfNoBook() {
    var without = new PortfolioSession(program(0), name -> Identity.ofReplay(name, SECOND),
        AccountPlan.DEFAULT);
    assertThat(without.start(7)).hasSize(1);
    assertThat(without.session(STEADY).equity()).isEqualTo(10_000 * Exact.ONE);
  }

  @Test
  void aBar_thatMovesAGate_tellsOfItOnceAndWhenItWasTold() {
    portfolio.start(0);
    assertThat(bar(1, 11)).containsExactly(
        new Told(GATED, new Input.GateChanged(true, false, 3 * SECOND)));
    assertThat(bar(2, 11)).isEmpty();
    assertThat(bar(3, 9)).containsExactly(
        new Told(GATED, new Input.GateChanged(false, true, 5 * SECOND)));
  }

  @Test
  void warmUp_movesNoGate() {
    portfolio.start(0);
    portfolio.warm(0, barOf(1, 11));
    assertThat(portfolio.supervisor(0).isOpen(GATED)).isFalse();
  }

  @Test
  void anIntent_behindAClosedGate_isRefusedAlsoHere() {
    portfolio.start(0);
    var verdict = portfolio.offered(GATED, intent(GATED), SECOND);
    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.code()).isEqualTo("GATE");
  }

  @Test
  void aSession_behindAClosedGate_refusesItsEntriesItself() {
    var session = portfolio.session(GATED);
    session.on(new Input.GateChanged(false, false, 0));
    assertThat(session.on(new Input.BarClosed(barOf(1, 1))).decisions()).singleElement()
        .satisfies(one -> assertThat(((Decision.Refuse) one).code()).isEqualTo("GATE"));
    session.on(new Input.GateChanged(true, false, SECOND));
    assertThat(session.on(new Input.BarClosed(barOf(2, 1))).decisions()).singleElement()
        .isInstanceOf(Decision.Place.class);
  }

  @Test
  void anOperatorsStop_closesAtOnce_andHisStartOpensOnlyWhoRunsUnconditionally() {
    portfolio.start(0);
    bar(1, 11);
    assertThat(portfolio.operator(GATED, true, 4)).containsExactly(
        new Told(GATED, new Input.GateChanged(false, true, 4)));
    assertThat(portfolio.operator(GATED, false, 5)).isEmpty();
    assertThat(bar(2, 11)).hasSize(1);
    assertThat(portfolio.operator(STEADY, true, 6)).hasSize(1);
    assertThat(portfolio.operator(STEADY, false, 7)).containsExactly(
        new Told(STEADY, new Input.GateChanged(true, false, 7)));
  }

  @Test
  void theGateOfAPortfolioInAPortfolio_isThatOfAllItsStrategies() {
    var children = List.of(new BookPlan.Child("inner", true, 0, false));
    var plan = new BookPlan(0, children, List.of(), List.of(), 0, RiskLimits.DEFAULT);
    var outer = new PortfolioSession(new PortfolioProgram("o", Program.builder("o").build(), plan,
        List.of(), List.of(), List.of(new PortfolioProgram.Child("inner", program(0)))),
        name -> Identity.ofReplay(name, SECOND), AccountPlan.DEFAULT);
    assertThat(outer.name(GATED)).isEqualTo("o:inner:gated");
    assertThat(outer.start(0)).contains(
        new Told(STEADY, new Input.GateChanged(false, false, 0)),
        new Told(GATED, new Input.GateChanged(false, false, 0)));
    assertThat(outer.onBar(1, barOf(1, 11), 0, 0, SECOND)).isEmpty();
  }

  @Test
  void anExecution_tellsTheOthersWhatItRealized() {
    portfolio.start(0);
    var buy = intent(STEADY);
    assertThat(portfolio.offered(STEADY, buy, SECOND).quantity()).isEqualTo(Exact.ONE);
    var filled = new Filled(buy.cid(), "e", KEY.instrument(), buy.side(), Exact.ONE, Exact.ONE,
        3 * Exact.ONE, SECOND, true);
    assertThat(portfolio.updated(STEADY, filled, SECOND)).containsExactly(
        new Told(GATED, new Input.BookTold(997 * Exact.ONE, SECOND)));
  }

  @Test
  void aCappedIntent_isDoneWhenWhatWasLeftOfItIsExecuted() {
    var session = portfolio.session(STEADY);
    var buy = intent(STEADY);
    session.on(new Input.IntentCapped(buy.cid(), Exact.ONE / 4, SECOND));
    assertThat(session.workingPosition()).isEqualTo(Exact.ONE / 4);
    session.on(new Input.OrderUpdated(new Filled(buy.cid(), "e", KEY.instrument(), buy.side(),
        Exact.ONE / 4, Exact.ONE, 0, SECOND, true), SECOND));
    assertThat(session.openOrders()).isZero();
  }

  @Test
  void movedCapital_isNeitherProfitNorLoss() {
    var session = portfolio.session(STEADY);
    session.on(new Input.CapitalMoved(-400 * Exact.ONE, SECOND));
    assertThat(session.equity()).isEqualTo(600 * Exact.ONE);
    assertThat(session.realized()).isZero();
  }

  @Test
  void aProgram_whoseChildrenAreNotThoseOfItsPlan_isRefused() {
    var program = program(1_000);
    assertThatThrownBy(() -> new PortfolioProgram("p", program.streams(), program.plan(),
        program.whens(), List.of(), program.children().reversed()))
        .hasMessage("children must be those of the plan, [steady, gated], were [gated, steady]");
  }

  private List<Told> bar(long n, long price) {
    return portfolio.onBar(0, barOf(n, price), 0, 0, (n + 2) * SECOND);
  }

  private static Bar barOf(long n, long price) {
    long exact = price * Exact.ONE;
    return new Bar(KEY, n * SECOND, (n - 1) * SECOND, exact, exact, exact, exact, Exact.ONE,
        Bar.ClosedBy.TICK, 0);
  }

  /** The first order of a strategy that buys on its first bar. */
  private OrderIntent intent(int strategy) {
    var step = portfolio.session(strategy).on(new Input.BarClosed(barOf(1, 1)));
    return ((Decision.Place) step.decisions().getFirst()).intent();
  }

  private static PortfolioProgram program(long capital) {
    var streams = Program.builder("p", KEY);
    var above = new Comparison.Greater(Slot.of(0, BarField.CLOSE), new Constant(10));
    var children = List.of(new BookPlan.Child("steady", false, 0, true),
        new BookPlan.Child("gated", false, 0, false));
    var plan = new BookPlan(capital * Exact.ONE, children, List.of(new BookPlan.When(1, 0)),
        List.of(), 0, RiskLimits.DEFAULT);
    return new PortfolioProgram("p", streams.build(), plan, List.of(above), List.of(),
        List.of(new PortfolioProgram.Child("steady", buys()),
            new PortfolioProgram.Child("gated", buys())));
  }

  private static Program buys() {
    return Programs.buyAlways(KEY, Exact.ONE);
  }
}
