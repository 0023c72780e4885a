package io.qkt.core.book;

import static io.qkt.core.program.frame.Truth.FALSE;
import static io.qkt.core.program.frame.Truth.TRUE;
import static io.qkt.core.program.frame.Truth.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qkt.core.book.BookPlan.Child;
import io.qkt.core.book.BookPlan.Regime;
import io.qkt.core.book.BookPlan.When;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gates, shares and regimes, sentence by sentence. */
final class PortfolioBookTest {
  private static final int[] NONE = {};
  private static final InstrumentSpec PLAIN = InstrumentSpec.PLAIN;
  private static final long HOUR = 3_600_000_000L;
  private static final long Q = 10 * Exact.ONE;

  private static final Child ALWAYS = new Child("always", false, 0, true);
  private static final Child TREND = new Child("trend", false, 0, false);
  private static final Child HELD = new Child("held", true, 0, false);

  @Test
  void start_opensWhatRunsUnconditionally_andNothingElse() {
    var book = book(List.of(ALWAYS, TREND), List.of(new When(1, 0)));
    assertThat(book.start()).containsExactly(new GateMove("always", true, false));
    assertThat(book.isOpen(0)).isTrue();
    assertThat(book.isOpen(1)).isFalse();
    assertThat(book.start()).as("again").isEmpty();
  }

  @Test
  void transfer_isSharedOutAndNoLoss() {
    var half = new Child("half", false, Exact.ONE / 2, true);
    var plan = new BookPlan(100 * Exact.ONE, List.of(half), List.of(), List.of(), 0,
        RiskLimits.DEFAULT.with("book_risk.de_risk.ladder", "5:0.5"));
    var book = new PortfolioBook(plan);
    book.start();
    book.transfer(-60 * Exact.ONE);
    assertThat(book.capitalBase(0)).isEqualTo(20 * Exact.ONE);
    assertThat(book.peakEquity()).isEqualTo(40 * Exact.ONE);
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Q);
  }

  @Test
  void child_thatIsNeverRun_isNeverActive() {
    var book = book(List.of(TREND), List.of());
    book.start();
    assertThat(book.onBar(0, NONE, NONE)).isEmpty();
    assertThat(book.isOpen(0)).isFalse();
  }

  @Test
  void gate_followsTheLevel_andUndefinedIsOff() {
    var book = book(List.of(TREND), List.of(new When(0, 0)));
    assertThat(bar(book, TRUE)).containsExactly(new GateMove("trend", true, false));
    assertThat(bar(book, TRUE)).isEmpty();
    assertThat(bar(book, UNDEFINED)).containsExactly(new GateMove("trend", false, true));
    assertThat(bar(book, FALSE)).isEmpty();
  }

  @Test
  void gate_ofSeveralRules_isOpenWhileAnyIsTrue() {
    var book = book(List.of(TREND), List.of(new When(0, 0), new When(0, 0)));
    assertThat(bar(book, FALSE, TRUE)).hasSize(1);
    assertThat(bar(book, TRUE, FALSE)).isEmpty();
    assertThat(bar(book, FALSE, FALSE)).hasSize(1);
  }

  @Test
  void gate_withAnUnconditionalRuleToo_staysOpen() {
    var book = book(List.of(ALWAYS), List.of(new When(0, 0)));
    book.start();
    assertThat(bar(book, FALSE)).isEmpty();
    assertThat(book.isOpen(0)).isTrue();
  }

  @Test
  void gate_closingWithHold_doesNotFlatten() {
    var book = book(List.of(HELD), List.of(new When(0, 0)));
    bar(book, TRUE);
    assertThat(bar(book, FALSE)).containsExactly(new GateMove("held", false, false));
  }

  @Test
  void gate_withHysteresis_movesAfterAsManyBarsInARow() {
    var book = book(List.of(TREND), List.of(new When(0, 3)));
    for (int truth : new int[]{TRUE, TRUE, FALSE, TRUE, TRUE})
      assertThat(bar(book, truth)).isEmpty();
    assertThat(bar(book, TRUE)).containsExactly(new GateMove("trend", true, false));
    for (int truth : new int[]{FALSE, FALSE, TRUE, FALSE, UNDEFINED})
      assertThat(bar(book, truth)).isEmpty();
    assertThat(bar(book, FALSE)).containsExactly(new GateMove("trend", false, true));
  }

  @Test
  void admit_throughAClosedGate_suppressesEntries_andLetsTheChildClose() {
    var book = book(List.of(HELD), List.of(new When(0, 0)));
    bar(book, TRUE);
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Q);
    bar(book, FALSE);
    assertThat(book.admit(0, true, Q, PLAIN)).isZero();
    assertThat(book.admit(0, false, Q, PLAIN)).isEqualTo(Q);
  }

  @Test
  void operator_stopsAChildWhateverItsGate_andStartsItAgain() {
    var book = book(List.of(TREND), List.of(new When(0, 0)));
    bar(book, TRUE);
    book.operator(0, true);
    assertThat(book.isOpen(0)).isFalse();
    assertThat(book.admit(0, true, Q, PLAIN)).isZero();
    assertThat(bar(book, FALSE)).hasSize(1);
    bar(book, TRUE);
    book.operator(0, false);
    assertThat(book.isOpen(0)).isTrue();
  }

  @Test
  void startingBalance_isTheWeightsShareOfTheCapital() {
    var book = new PortfolioBook(plan(1_000, List.of(new Child("a", false, share("0.3"), true),
        new Child("b", false, 0, true)), List.of(), List.of(), 0));
    assertThat(book.startingBalance(0)).isEqualTo(300 * Exact.ONE);
    assertThat(book.startingBalance(1)).isEqualTo(1_000 * Exact.ONE);
  }

  // A weight is in the balance that a child sizes by: in its orders too it would count twice.
  @Test
  void weight_doesNotScaleOrders() {
    var book = new PortfolioBook(plan(1_000, List.of(new Child("a", false, share("0.3"), true)),
        List.of(), List.of(), 0));
    book.start();
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Q);
  }

  @Test
  void bookEquity_isCapitalAndWhatAllChildrenRealized() {
    var book = new PortfolioBook(plan(1_000, List.of(ALWAYS, TREND), List.of(), List.of(), 0));
    book.realized(0, -30 * Exact.ONE);
    book.realized(1, 50 * Exact.ONE);
    book.marked(1, 7 * Exact.ONE);
    assertThat(book.bookEquity()).isEqualTo(1_020 * Exact.ONE);
    assertThat(book.markedEquity()).isEqualTo(1_027 * Exact.ONE);
    assertThat(book.peakEquity()).isEqualTo(1_027 * Exact.ONE);
  }

  @Test
  void realized_beyondAllNumbers_staysAtTheLast() {
    var book = book(List.of(ALWAYS), List.of());
    book.realized(0, Long.MAX_VALUE);
    book.realized(0, Long.MAX_VALUE);
    assertThat(book.bookEquity()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void rebalance_sharesTheBookOutAnew_atEachPeriodOfInputTime() {
    var child = new Child("a", false, share("0.5"), true);
    var book = new PortfolioBook(plan(1_000, List.of(child), List.of(), List.of(), HOUR));
    book.realized(0, 100 * Exact.ONE);
    book.onBar(HOUR / 2, NONE, NONE);
    assertThat(book.capitalBase(0)).isEqualTo(500 * Exact.ONE);
    book.onBar(HOUR, NONE, NONE);
    assertThat(book.capitalBase(0)).isEqualTo(550 * Exact.ONE);
    book.realized(0, 100 * Exact.ONE);
    book.onBar(2 * HOUR - 1, NONE, NONE);
    assertThat(book.capitalBase(0)).isEqualTo(550 * Exact.ONE);
    book.onBar(5 * HOUR, NONE, NONE);
    assertThat(book.capitalBase(0)).isEqualTo(600 * Exact.ONE);
    assertThat(book.startingBalance(0)).isEqualTo(500 * Exact.ONE);
  }

  @Test
  void regime_isTheFirstTrueStateElseTheDefault() {
    var book = regimes();
    assertThat(book.regime()).isEqualTo("calm");
    assertThat(regimeOf(book, FALSE, UNDEFINED)).isEqualTo("calm");
    assertThat(regimeOf(book, TRUE, TRUE)).isEqualTo("storm");
    assertThat(regimeOf(book, FALSE, TRUE)).isEqualTo("rain");
    assertThat(regimeOf(book, FALSE, FALSE)).isEqualTo("calm");
  }

  @Test
  void regime_multipliesEntriesAlone() {
    var book = regimes();
    regimeOf(book, FALSE, TRUE);
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Q / 4);
    assertThat(book.admit(0, false, Q, PLAIN)).isEqualTo(Q);
    assertThat(book.admit(1, true, Q, PLAIN)).as("not named by the state").isZero();
    regimeOf(book, FALSE, FALSE);
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Q);
  }

  @Test
  void admit_ofAScaledEntry_isOnTheGridOfQuantities() {
    var book = regimes();
    regimeOf(book, FALSE, TRUE);
    var whole = InstrumentSpec.plain(Exact.ONE, Exact.ONE, 0);
    assertThat(book.admit(0, true, Q, whole)).isEqualTo(2 * Exact.ONE);
    assertThat(book.admit(0, true, 3 * Exact.ONE, whole)).as("below the least").isZero();
  }

  @Test
  void plan_thatCannotBe_isRefused() {
    var weighted = new Child("a", false, share("0.5"), true);
    assertThatThrownBy(() -> plan(0, List.of(weighted), List.of(), List.of(), 0))
        .hasMessageContaining("must have a capital");
    assertThatThrownBy(() -> plan(-1, List.of(), List.of(), List.of(), 0))
        .hasMessageContaining("must be 0 or more");
    assertThatThrownBy(() -> plan(1, List.of(new Child("a", false, Exact.ONE + 1, true)),
        List.of(), List.of(), 0)).hasMessageContaining("must be from 0 to 1");
    assertThatThrownBy(() -> plan(1, List.of(ALWAYS), List.of(),
        List.of(new Regime("r", List.of())), 0)).hasMessageContaining("must have 1 multipliers");
  }

  private static PortfolioBook regimes() {
    var book = new PortfolioBook(plan(0, List.of(ALWAYS, new Child("other", false, 0, true)),
        List.of(), List.of(new Regime("storm", List.of(0L, 0L)),
            new Regime("rain", List.of(share("0.25"), 0L)),
            new Regime("calm", List.of(Exact.ONE, 0L))),
        0));
    book.start();
    return book;
  }

  private static String regimeOf(PortfolioBook book, int... truths) {
    book.onBar(0, NONE, truths);
    return book.regime();
  }

  private static PortfolioBook book(List<Child> children, List<When> whens) {
    return new PortfolioBook(plan(0, children, whens, List.of(), 0));
  }

  private static BookPlan plan(long capital, List<Child> children, List<When> whens,
      List<Regime> regimes, long rebalance) {
    return new BookPlan(capital * Exact.ONE, children, whens, regimes, rebalance,
        RiskLimits.DEFAULT);
  }

  private static List<GateMove> bar(PortfolioBook book, int... truths) {
    return book.onBar(0, truths, NONE);
  }

  private static long share(String text) {
    return Exact.parse(text);
  }
}
