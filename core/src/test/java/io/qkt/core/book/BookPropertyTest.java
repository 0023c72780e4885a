package io.qkt.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.qkt.core.Cases;
import io.qkt.core.book.BookPlan.Child;
import io.qkt.core.book.BookPlan.Regime;
import io.qkt.core.book.BookPlan.When;
import io.qkt.core.market.InstrumentSpec;
import io.qkt.core.money.Exact;
import io.qkt.core.program.frame.Truth;
import io.qkt.core.risk.RiskLimits;
import io.qkt.core.state.StateReader;
import io.qkt.core.state.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BookPropertyTest {
  private static final int SEEDS = 10_000;
  private static final int BARS = 20;
  private static final RiskLimits LIMITS = RiskLimits.DEFAULT
      .with("book_risk.limits.max_gross_exposure", "9000")
      .with("book_risk.limits.max_net_exposure", "7000")
      .with("book_risk.limits.max_symbol_concentration", "5000")
      .with("book_risk.de_risk.ladder", "5:0.7, 20:0.1")
      .with("book_risk.de_risk.cooldown_bars", "3")
      .with("book_risk.allocation.method", "erc")
      .with("book_risk.allocation.rebalance_every_bars", "2");

  @Test
  void gates_areWhatANaiveReadingOfAllBarsSays() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var plan = plan(cases);
      var book = new PortfolioBook(plan);
      var bars = new ArrayList<int[]>();
      book.start();
      for (int i = 0; i < BARS; i++) {
        bars.add(truths(cases, plan.whens().size()));
        book.onBar(i, bars.getLast(), truths(cases, plan.conditionalRegimes()));
        for (int child = 0; child < plan.children().size(); child++)
          assertThat(book.isOpen(child)).as("seed %d bar %d", seed, i)
              .isEqualTo(naively(plan, child, bars));
      }
    }
  }

  /** From the first bar on: it is as wanted once the last n bars all wanted the same. */
  private static boolean naively(BookPlan plan, int child, List<int[]> bars) {
    boolean always = plan.children().get(child).unconditional();
    var rules = plan.whens().stream().filter(when -> when.child() == child).toList();
    int bar = Math.max(1, rules.stream().mapToInt(When::hysteresisBars).max().orElse(1));
    boolean open = always;
    for (int end = bar; end <= bars.size(); end++) {
      long wanting = bars.subList(end - bar, end)
          .stream()
          .filter(truths -> always || isAnyTrue(plan, child, truths))
          .count();
      if (wanting == bar) open = true;
      if (wanting == 0) open = false;
    }
    return open;
  }

  private static boolean isAnyTrue(BookPlan plan, int child, int[] truths) {
    for (int i = 0; i < truths.length; i++)
      if (plan.whens().get(i).child() == child && truths[i] == Truth.TRUE) return true;
    return false;
  }

  @Test
  void admitted_isNeverMoreThanProposed_andNeverThrows() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var cases = new Cases(seed);
      var plan = plan(cases);
      var book = new PortfolioBook(plan);
      book.start();
      for (int i = 0; i < BARS; i++) {
        happen(book, plan, cases, i);
        long quantity = cases.anyLong();
        var exposure = new BookExposure(cases.anyLong(), cases.anyLong(), cases.anyLong(),
            cases.anyLong());
        int child = (int) cases.between(0, plan.children().size());
        var spec = InstrumentSpec.plain(Exact.ONE, cases.between(0, Exact.ONE), 0);
        assertThat(book.admit(child, true, quantity, spec, exposure)).as("seed %d", seed)
            .isBetween(0L, Math.max(0, quantity));
        assertThat(book.admit(child, false, quantity, spec, exposure)).isEqualTo(quantity);
      }
    }
  }

  @Test
  void read_ofWhatWasWritten_goesOnAlike() {
    for (long seed = 0; seed < 1_000; seed++) {
      var cases = new Cases(seed);
      var plan = plan(cases);
      var book = new PortfolioBook(plan);
      book.start();
      for (int i = 0; i < BARS; i++)
        happen(book, plan, cases, i);
      var copy = new PortfolioBook(plan);
      var reader = new StateReader(words(book));
      copy.read(reader);
      assertThat(reader.isAtEnd()).isTrue();
      happen(book, plan, new Cases(seed), BARS);
      happen(copy, plan, new Cases(seed), BARS);
      assertThat(words(copy)).as("seed %d", seed).isEqualTo(words(book));
    }
  }

  private static void happen(PortfolioBook book, BookPlan plan, Cases cases, int bar) {
    int child = (int) cases.between(0, plan.children().size());
    long amount = cases.oneIn(4) ? cases.anyLong() : cases.between(-50, 51) * Exact.ONE;
    if (cases.oneIn(2)) book.realized(child, amount);
    else
      book.marked(child, amount);
    if (cases.oneIn(8)) book.operator(child, cases.oneIn(2));
    book.onBar(bar, truths(cases, plan.whens().size()), truths(cases, plan.conditionalRegimes()));
  }

  private static long[] words(PortfolioBook book) {
    var words = new Words();
    book.write(words);
    return words.toArray();
  }

  private static BookPlan plan(Cases cases) {
    var children = new ArrayList<Child>();
    for (long left = cases.between(1, 5); left > 0; left--)
      children.add(new Child("c" + left, cases.oneIn(2), cases.between(0, Exact.ONE + 1),
          cases.oneIn(4)));
    var whens = new ArrayList<When>();
    for (long left = cases.between(0, 8); left > 0; left--)
      whens.add(new When((int) cases.between(0, children.size()), (int) cases.between(0, 4)));
    var regimes = new ArrayList<Regime>();
    for (long left = cases.between(0, 4); left > 0; left--)
      regimes.add(new Regime("r" + left, children.stream()
          .map(_ -> cases.between(0, Exact.ONE + 1))
          .toList()));
    return new BookPlan(1_000 * Exact.ONE, children, whens, regimes, cases.between(0, 9), LIMITS);
  }

  private static int[] truths(Cases cases, int count) {
    var truths = new int[count];
    for (int i = 0; i < count; i++)
      truths[i] = (int) cases.between(Truth.FALSE, Truth.TRUE + 1);
    return truths;
  }
}
