package io.qkt.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qkt.core.Cases;
import io.qkt.core.book.BookPlan.Child;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.risk.RiskLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes entries smaller: exposure, drawdown, and the movement of profits. */
final class BookLimitsTest {
  private static final int[] NONE = {};
  private static final InstrumentSpec PLAIN = InstrumentSpec.PLAIN;
  private static final long Q = 10 * Exact.ONE;

  // The proposal is 10 units of 100 each, 1,000 in all.
  @ParameterizedTest
  @CsvSource({
      "max_gross_exposure, 5000, 4000, 4000, 4000, 10",
      "max_gross_exposure, 5000, 4500, 0, 0, 5",
      "max_gross_exposure, 5000, 5000, 0, 0, 0",
      "max_gross_exposure, 5000, 6000, 0, 0, 0",
      "max_net_exposure, 5000, 9999, 4500, 2000, 5",
      "max_net_exposure, 5000, 9999, 4500, -500, 10",
      "max_net_exposure, 5000, 9999, 6000, -500, 5",
      "max_net_exposure, 5000, 9999, 6000, 500, 0",
      "max_symbol_concentration, 2000, 9999, 9999, 1400, 6",
      "max_symbol_concentration, 2000, 9999, 9999, -1000, 10",
      "max_symbol_concentration, 200, 9999, 9999, -700, 9",
      "max_symbol_concentration, 2000, 9999, 9999, 2000, 0"})
  void admit_beyondAnExposureLimit_isCapped(String key, String limit, long gross, long net,
      long symbol, long admitted) {
    var book = book("book_risk.limits." + key, limit);
    var exposure = new BookExposure(100 * Exact.ONE, gross * Exact.ONE, net * Exact.ONE,
        symbol * Exact.ONE);
    assertThat(book.admit(0, true, Q, PLAIN, exposure)).isEqualTo(admitted * Exact.ONE);
    assertThat(book.admit(0, false, Q, PLAIN, exposure)).as("reducing").isEqualTo(Q);
  }

  @ParameterizedTest
  @CsvSource({"max_gross_exposure", "max_net_exposure", "max_symbol_concentration"})
  void admit_withALimitAndNoExposure_admitsNothing(String key) {
    assertThat(book("book_risk.limits." + key, "5000").admit(0, true, Q, PLAIN)).isZero();
  }

  @Test
  void admit_ofACappedEntry_roundsDownEvenTheLastUnit() {
    var book = book("book_risk.limits.max_gross_exposure", "2");
    var exposure = new BookExposure(3 * Exact.ONE, 0, 0, 0);
    assertThat(book.admit(0, true, Q, PLAIN, exposure)).isEqualTo(66_666_666L);
  }

  @ParameterizedTest
  @CsvSource({"-49.99, 10", "-50, 5", "-100, 2.5"})
  void admit_inADrawdown_isWhatTheLadderLeaves(String realized, String admitted) {
    var book = book("book_risk.de_risk.ladder", "5:0.5, 10:0.25");
    book.realized(0, Exact.parse(realized));
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Exact.parse(admitted));
    assertThat(book.admit(0, false, Q, PLAIN)).isEqualTo(Q);
  }

  @Test
  void drawdown_isMeasuredFromThePeak_withWhatIsOpen() {
    var book = book("book_risk.de_risk.ladder", "5:0.5");
    book.realized(0, 1_000 * Exact.ONE);
    book.marked(0, -100 * Exact.ONE);
    assertThat(book.admit(0, true, Q, PLAIN)).isEqualTo(Q / 2);
  }

  @Test
  void ladder_stepsBackUpAfterAsManyCalmBars() {
    var book = book("book_risk.de_risk.ladder", "5:0.5", "book_risk.de_risk.cooldown_bars", "2");
    book.realized(0, -50 * Exact.ONE);
    book.realized(0, 50 * Exact.ONE);
    assertThat(admittedAfterBar(book)).isEqualTo(Q / 2);
    book.marked(0, -60 * Exact.ONE);
    assertThat(admittedAfterBar(book)).isEqualTo(Q / 2);
    book.marked(0, 0);
    assertThat(admittedAfterBar(book)).isEqualTo(Q / 2);
    assertThat(admittedAfterBar(book)).isEqualTo(Q);
  }

  @ParameterizedTest
  @CsvSource({"fixed, 1, 1", "inverse_vol, 1, 0.25", "erc, 1, 0.25"})
  void allocation_leavesLessToWhatMovesMore(String method, double calm, double wild) {
    var book = moved(book("book_risk.allocation.method", method,
        "book_risk.allocation.rebalance_every_bars", "16"), 16);
    assertThat(factor(book, 0)).isCloseTo(calm, within(1e-7));
    assertThat(factor(book, 1)).isCloseTo(wild, within(1e-7));
    assertThat(factor(book, 2)).as("never moved").isEqualTo(1);
  }

  @Test
  void allocation_beforeThereIsEnoughToJudge_leavesAll() {
    var book = moved(book("book_risk.allocation.method", "inverse_vol",
        "book_risk.allocation.rebalance_every_bars", "1"), 15);
    assertThat(factor(book, 1)).isEqualTo(1);
  }

  // Child 0 moves by 10 and child 1 by a quarter of 40, never together: sqrt(2) percent in all.
  @Test
  void allocation_withATarget_shrinksAllToIt() {
    var book = moved(book("book_risk.allocation.method", "erc",
        "book_risk.allocation.rebalance_every_bars", "16",
        "book_risk.allocation.target_vol_pct", "0.70710678"), 16);
    assertThat(factor(book, 0)).isCloseTo(0.5, within(1e-7));
    assertThat(factor(book, 1)).isCloseTo(0.125, within(1e-7));
  }

  // Contributions to variance, weight times covariance times weights, are alike by definition.
  @Test
  void equalRisk_ofCorrelatedChildren_contributesAlike() {
    var book = book("book_risk.allocation.method", "erc",
        "book_risk.allocation.rebalance_every_bars", "64");
    var changes = new double[3][64];
    var cases = new Cases(7);
    for (int bar = 0; bar < 64; bar++) {
      double common = cases.between(-100, 101);
      for (int child = 0; child < 3; child++)
        changes[child][bar] = common * child + cases.between(-100, 101);
      for (int child = 0; child < 3; child++)
        book.realized(child, Exact.ofDouble(changes[child][bar]));
      book.onBar(bar, NONE, NONE);
    }
    double first = contribution(book, changes, 0);
    assertThat(contribution(book, changes, 1)).isCloseTo(first, within(first * 1e-6));
    assertThat(contribution(book, changes, 2)).isCloseTo(first, within(first * 1e-6));
  }

  private static double contribution(PortfolioBook book, double[][] changes, int child) {
    double sum = 0;
    for (int other = 0; other < 3; other++)
      sum += factor(book, other) * covariance(changes[child], changes[other]);
    return factor(book, child) * sum;
  }

  private static double covariance(double[] a, double[] b) {
    double sumA = 0;
    double sumB = 0;
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      sumA += a[i];
      sumB += b[i];
      product += a[i] * b[i];
    }
    return product / a.length - sumA / a.length * (sumB / a.length);
  }

  /** Child 0 goes up and down by 10, child 1 by 40 every second bar, child 2 stands. */
  private static PortfolioBook moved(PortfolioBook book, int bars) {
    for (int bar = 0; bar < bars; bar++) {
      book.realized(0, (bar % 2 == 0 ? 10 : -10) * Exact.ONE);
      book.realized(1, (bar / 2 % 2 == 0 ? 40 : -40) * Exact.ONE);
      book.onBar(bar, NONE, NONE);
    }
    return book;
  }

  private static double factor(PortfolioBook book, int child) {
    return Exact.toDouble(book.admit(child, true, Exact.ONE, PLAIN));
  }

  private static long admittedAfterBar(PortfolioBook book) {
    book.onBar(0, NONE, NONE);
    return book.admit(0, true, Q, PLAIN);
  }

  private static PortfolioBook book(String... keysAndValues) {
    var limits = RiskLimits.DEFAULT;
    for (int i = 0; i < keysAndValues.length; i += 2)
      limits = limits.with(keysAndValues[i], keysAndValues[i + 1]);
    var children = List.of(new Child("a", false, 0, true), new Child("b", false, 0, true),
        new Child("c", false, 0, true));
    var book = new PortfolioBook(
        new BookPlan(1_000 * Exact.ONE, children, List.of(), List.of(), 0, limits));
    book.start();
    return book;
  }
}
